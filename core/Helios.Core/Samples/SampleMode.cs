using System.Security.Cryptography;
using Helios.Core.Identity;

namespace Helios.Core.Samples;

/// <summary>Says that this server shows the sample organization, and takes the wish to remove it.</summary>
/// <param name="signsIn">Whether this start lets whoever holds its link in; only where it was started with --sample.</param>
public sealed class SampleMode(bool signsIn)
{
    readonly TaskCompletionSource removal = new(TaskCreationOptions.RunContinuationsAsynchronously);
    string? token = signsIn ? RandomText.ForLink() : null;

    /// <summary>The path that signs in, once; null where nobody is let in by it any more.</summary>
    public string? SignInPath => token is { } current ? "/open-sample/" + current : null;

    /// <summary>Completes when somebody wants it removed.</summary>
    public Task RemovalWanted => removal.Task;

    /// <summary>Asks for the removal of all of it.</summary>
    public void Remove() => removal.TrySetResult();

    /// <summary>Whether this is the token of the link; it is used up then.</summary>
    internal bool Takes(string sent)
    {
        var current = token;
        return current is not null
            && CryptographicOperations.FixedTimeEquals(System.Text.Encoding.UTF8.GetBytes(sent), System.Text.Encoding.UTF8.GetBytes(current))
            && Interlocked.CompareExchange(ref token, null, current) == current;
    }
}
