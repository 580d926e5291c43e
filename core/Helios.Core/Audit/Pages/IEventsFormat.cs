using Helios.Core.Audit.Queries;

namespace Helios.Core.Audit.Pages;

/// <summary>How events are written into a file.</summary>
interface IEventsFormat
{
    /// <summary>The media type.</summary>
    string ContentType { get; }

    /// <summary>The end of the file's name.</summary>
    string Extension { get; }

    /// <summary>What stands before the first event.</summary>
    string Head { get; }

    /// <summary>What stands behind the last one.</summary>
    string Tail { get; }

    /// <summary>One event.</summary>
    string Event(EventView told, bool isFirst);
}
