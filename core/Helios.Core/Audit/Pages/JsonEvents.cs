using System.Text.Json;
using Helios.Core.Audit.Queries;
using Helios.Kernel.Input;

namespace Helios.Core.Audit.Pages;

/// <summary>An array of events as the API tells them, one on a line.</summary>
sealed class JsonEvents : IEventsFormat
{
    public string ContentType => "application/json";

    public string Extension => "json";

    public string Head => "[\n";

    public string Tail => "\n]\n";

    public string Event(EventView told, bool isFirst) => (isFirst ? "" : ",\n") + JsonSerializer.Serialize(told, HeliosJson.Options);
}
