using System.Runtime.ExceptionServices;
using Helios.Kernel.Scopes;

namespace Helios.Kernel.Commands;

/// <summary>
/// Work on many records, in portions that share a transaction: two of them at a time, since one waits for the database while the
/// other computes. A portion of which something is refused is taken back and done again, each command behind a savepoint and
/// nothing beside it.
/// </summary>
/// <param name="commands">Runs the commands.</param>
/// <param name="scope">Who does it.</param>
/// <param name="lanes">One, where later records stand on earlier ones; else <see cref="Usual"/>.</param>
/// <param name="before">So many portions are done one after the other before two go side by side: they make what many records need and is not there yet, such as a location.</param>
public sealed class CommandLanes(CommandPipeline commands, Scope scope, int lanes = CommandLanes.Usual, int before = 0) : IDisposable
{
    public const int Usual = 2;

    /// <summary>Two may well meet once, where both make the same location, say; who meets so often will go on to.</summary>
    const int MostContended = 4;

    readonly SemaphoreSlim places = new(lanes);
    readonly SemaphoreSlim alone = new(1);
    readonly SemaphoreSlim telling = new(1);
    Exception? failure;
    int open = lanes;
    int contended;

    /// <summary>Does every portion.</summary>
    /// <param name="portions">Some fifty records each: more hardly pays, and what they touch is locked until their commit.</param>
    /// <param name="work">Runs the commands of a portion, and reads in the series whatever it needs: it may be called twice.</param>
    /// <param name="told">Hears of each portion that is done, never of two at once; false ends the work.</param>
    /// <param name="stop">Ends the work in the middle of a portion, which is then taken back.</param>
    /// <returns>Whether nobody ended it.</returns>
    public async Task<bool> ForEach<T>(IEnumerable<T[]> portions, Func<CommandSeries, T[], Task> work, Func<int, Task<bool>> told, CancellationToken stop)
    {
        var left = new Queue<T[]>(portions);
        using var halt = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var goesOn = true;
        await Lane(before);
        await Task.WhenAll(Enumerable.Range(0, open).Select(_ => Task.Run(() => Lane(int.MaxValue), CancellationToken.None)));
        if (failure is not null)
            ExceptionDispatchInfo.Throw(failure);
        return goesOn;

        async Task Lane(int most)
        {
            try
            {
                for (var taken = 0; taken < most && failure is null && goesOn && Next() is { } portion; taken++)
                {
                    await Do(series => work(series, portion), halt.Token);
                    await Tell(portion.Length);
                }
            }
            catch (Exception e)
            {
                // Whoever fails first says why; the other one is only stopped.
                Interlocked.CompareExchange(ref failure, e, null);
                await halt.CancelAsync();
            }
        }

        T[]? Next()
        {
            lock (left)
                return left.TryDequeue(out var portion) ? portion : null;
        }

        async Task Tell(int done)
        {
            await telling.WaitAsync(halt.Token);
            try
            {
                goesOn = goesOn && await told(done);
            }
            finally
            {
                telling.Release();
            }
        }
    }

    public void Dispose()
    {
        places.Dispose();
        alone.Dispose();
        telling.Dispose();
    }

    /// <summary>Does one portion: swiftly, and where that breaks again with care.</summary>
    public async Task Do(Func<CommandSeries, Task> work, CancellationToken stop)
    {
        bool isContended;
        await places.WaitAsync(stop);
        try
        {
            await commands.InSeries(scope, isSwift: true, work, stop);
            return;
        }
        catch (SeriesBrokenException e)
        {
            isContended = e.IsContended;
        }
        finally
        {
            places.Release();
        }

        await Alone(work, isContended, stop);
    }

    /// <summary>Does a portion while no other is at work. Where two were in each other's way again and again, only one goes on from then on.</summary>
    async Task Alone(Func<CommandSeries, Task> work, bool isContended, CancellationToken stop)
    {
        await alone.WaitAsync(stop);
        var taken = 0;
        try
        {
            for (; taken < open; taken++)
                await places.WaitAsync(stop);
            await commands.InSeries(scope, isSwift: false, work, stop);
        }
        finally
        {
            if (isContended && ++contended == MostContended && taken == open)
                (taken, open) = (1, 1);
            if (taken > 0)
                places.Release(taken);
            alone.Release();
        }
    }
}
