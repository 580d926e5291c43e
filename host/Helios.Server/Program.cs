using Helios.Server.Verbs;

return await CommandLine.Run(args, Console.Out, Console.Error);
