using Helios.Core.CustomFields.Commands;
using Helios.Kernel.Commands;
using Helios.Kernel.Entities;
using Helios.Kernel.Jobs;

namespace Helios.Core.CustomFields;

/// <summary>
/// Writes the words of a kind's records anew after a field was hidden from requesters or shown to them, archived, restored, or its
/// choices renamed: what a requester may not read he must not find by either.
/// </summary>
public sealed class IndexFieldWords(CommandPipeline commands) : IJobHandler<IndexFieldWords.Work>
{
    public const string Name = "fields.index_words";

    /// <summary>Which field.</summary>
    /// <param name="Field">Its id.</param>
    public sealed record Work(Guid Field);

    public async Task Run(Work payload, JobContext context)
    {
        string? after = null;
        var count = 0;
        do
        {
            context.Stop.ThrowIfCancellationRequested();
            var done = (await commands.Run(new ReindexField(new EntityRef<CustomField>(payload.Field.ToString()), after), context.Scope, stop: context.Stop)).Expect();
            count += done.Records;
            after = done.Last;
            if (!await context.Progress(count, total: null))
                return;
        }
        while (after is not null);
    }
}
