using System.Net.Http.Json;
using Helios.Core.Alerts.Commands;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Effects;
using Helios.Kernel.Entities;
using Helios.Kernel.Input;
using Helios.Kernel.Outbound;
using Helios.Kernel.Problems;
using Helios.Kernel.Secrets;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Alerts;

/// <summary>Posts an alert as JSON to the address of the organization. An alert that comes twice is better than none, and its id tells them apart.</summary>
public sealed class PostAlert(HeliosDb db, OutboundHttp http, SecretStore store) : IEffect<PostAlert.Request>
{
    /// <summary>The effect.</summary>
    public const string Name = "alerts.post";

    /// <summary>What is posted.</summary>
    /// <param name="Id">The alert's id; the same when it is posted again.</param>
    /// <param name="Key">Its key, such as AL-7.</param>
    /// <param name="Type">What sort of thing happened.</param>
    /// <param name="Subject">What happened, in one line.</param>
    /// <param name="Severity">info, warning or critical.</param>
    /// <param name="Payload">The details.</param>
    /// <param name="Organization">The organization's name.</param>
    /// <param name="OccurredAt">When it happened.</param>
    public sealed record Request(Guid Id, string Key, string Type, string Subject, AlertSeverity Severity, string? Payload, string Organization, DateTimeOffset OccurredAt)
    {
        internal static Request Of(Alert alert, CommandContext context) => new(
            alert.Id, alert.Key, alert.Type, alert.Subject, (AlertSeverity)alert.Severity, alert.Payload, context.Scope.Organization!.Name, context.Now);
    }

    public async Task<EffectAnswer> Call(Request request, EffectCall call)
    {
        if (await db.Set<AlertTarget>().AsNoTracking().SingleOrDefaultAsync(call.Stop) is not { } target)
            return EffectAnswer.Refused("The organization has no address for alerts any more.");
        using var message = new HttpRequestMessage(HttpMethod.Post, await store.Open(target, call.Stop)) { Content = JsonContent.Create(request, options: HeliosJson.Options) };
        return await http.Send(message, call);
    }

    public ICommand<Nothing>? Result(OperationView operation, Guid? subject) =>
        new RecordAlertPost(new EntityRef<Alert>(subject!.Value.ToString()), operation.Items[0].State, operation.Items[0].Message);
}
