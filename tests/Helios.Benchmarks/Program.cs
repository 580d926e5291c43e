using Helios.Benchmarks;

return await Bench.Run(args, Console.Out, Console.Error);
