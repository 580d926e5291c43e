namespace Helios.Itsm.Tickets.Samples;

/// <summary>A ticket of the sample organization as it is told: subject, request and conversation, with parts in braces.</summary>
sealed record Story(string Subject, IReadOnlyList<string> Tags, TicketPriority Priority, string Request, IReadOnlyList<(char Who, string Text)> Lines)
{
    const string File = "Helios.Itsm.Tickets.Samples.stories.txt";

    /// <summary>Every story, from the file beside this one.</summary>
    public static IReadOnlyList<Story> All()
    {
        using var reader = new StreamReader(typeof(Story).Assembly.GetManifestResourceStream(File)!);
        return [.. reader.ReadToEnd().Split("# ", StringSplitOptions.RemoveEmptyEntries).Select(Read)];
    }

    static Story Read(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var head = lines[0].Split('|');
        return new Story(head[0], head[1].Split(','), Enum.Parse<TicketPriority>(head[2], ignoreCase: true), lines[1][2..], [.. lines.Skip(2).Select(line => (line[0], line[2..]))]);
    }
}
