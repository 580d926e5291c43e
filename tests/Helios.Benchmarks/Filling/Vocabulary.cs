namespace Helios.Benchmarks.Filling;

/// <summary>The words of a help desk, the frequent ones first, and a long tail of names of programs, hosts and customers.</summary>
sealed class Vocabulary
{
    /// <summary>Words of the tail; with the others about 20,000, as a million real tickets have.</summary>
    const int Rare = 20_000;

    static readonly string[] Things = Words(
        """
        printer laptop password account email outlook vpn wifi monitor phone teams docking keyboard mouse headset calendar mailbox scanner projector
        license browser network drive folder shared sharepoint excel word access badge camera microphone tablet charger battery server database backup certificate
        software update invoice report website firewall switch router cable desk screen toner cartridge paper tray excel macro spreadsheet presentation webcam
        intranet portal ticket permission group distribution list signature template font zoom meeting room display adapter dongle hub antivirus phishing spam
        """);

    static readonly string[] Troubles = Words(
        """
        not working|cannot log in|is slow|is locked|keeps crashing|shows an error|has expired|was lost|needs to be replaced|will not start|cannot be found|is not syncing
        stopped responding|makes noise|is broken|asks for a password again|disconnects every few minutes|cannot print|does not connect|is full|is missing|freezes
        flickers|overheats|was deleted by mistake|needs an upgrade|cannot be opened|denied access|runs out of memory|shows the wrong language|lost its settings
        """, '|');

    static readonly string[] Wishes = Words(
        """
        Request for a new|Please install the|Access to the|Question about the|Move the|Replace the|Set up the|Renew the|Return of the|Remove the|Order of a|Training for the
        """, '|');

    static readonly string[] Places = Words(
        """
        accounting|reception|warehouse|marketing|second floor|third floor|sales|the meeting room|human resources|legal|production|the lab|home office|engineering|purchasing|the board room
        """, '|');

    static readonly string[] Sentences = Words(
        """
        It worked yesterday and stopped this morning.|I have restarted it twice already.|Several colleagues have the same problem.|There is a deadline this afternoon.
        The message says that something went wrong and to contact an administrator.|Please call me before you come by.|It is not urgent, any day next week is fine.
        I am working from home until Thursday.|A picture of the screen can be sent if needed.|This happened once before in spring.|The old one still lies on my desk.
        My manager has agreed to it.|We need it for a new colleague who begins on Monday.|It happens only with large files.|The lights are green but nothing comes out.
        """, '|');

    static readonly string[] Answers = Words(
        """
        I have looked at it and found the cause.|Please restart and tell us whether it works now.|A replacement is ordered and comes in two days.|We have reset it, you can try again.
        Asked the vendor, waiting for an answer.|It is the known fault of last week.|Checked the logs, nothing unusual there.|Done, please confirm.|I will come by tomorrow at ten.
        Escalated to the network team.|The license was assigned.|Thank you, it works again.|It still happens from time to time.
        """, '|');

    static readonly string[] Syllables = Words("ba ce di fo gu ha ke li mo nu pa re si to vu wa xe zi bra cle dro fli gro kra ple pri sta tre val zen mar lon ter nis dor");

    readonly string[] tail;
    readonly Zipf tails = new(Rare, 0.8);
    readonly Zipf things = new(Things.Length, 0.9);
    readonly Zipf troubles = new(Troubles.Length, 0.8);
    readonly Zipf wishes = new(Wishes.Length, 0.6);
    readonly Zipf places = new(Places.Length, 0.5);

    public Vocabulary()
    {
        var random = new Random(7);
        var made = new HashSet<string>(StringComparer.Ordinal);
        while (made.Count < Rare)
            made.Add(string.Concat(Enumerable.Range(0, 2 + random.Next(3)).Select(_ => Syllables[random.Next(Syllables.Length)])));
        tail = [.. made];
    }

    /// <summary>The rare word of a place in the tail; place 0 stands in one of some 40 tickets, the last in one of some 400,000.</summary>
    public string RareWord(int place) => tail[place];

    /// <summary>The frequent word of a place.</summary>
    public static string FrequentWord(int place) => Things[place];

    public string Subject(Random random)
    {
        var thing = Things[things.Next(random)];
        var text = random.Next(3) == 0
            ? $"{Wishes[wishes.Next(random)]} {thing}"
            : $"{char.ToUpperInvariant(thing[0])}{thing.AsSpan(1)} {Troubles[troubles.Next(random)]}";
        return random.Next(4) switch
        {
            0 => $"{text} in {Places[places.Next(random)]}",
            1 => $"{text} ({tail[tails.Next(random)]})",
            2 => $"{text} on {tail[tails.Next(random)]}",
            _ => text,
        };
    }

    public string Description(Random random) => random.Next(5) == 0
        ? Sentences[random.Next(Sentences.Length)]
        : $"{Sentences[random.Next(Sentences.Length)]} {Sentences[random.Next(Sentences.Length)]} Device {tail[tails.Next(random)]}.";

    public string Answer(Random random) => $"{Answers[random.Next(Answers.Length)]} {(random.Next(3) == 0 ? tail[tails.Next(random)] : "")}".TrimEnd();

    /// <summary>A name part that people could have.</summary>
    public string Name(int place)
    {
        var word = tail[place % Rare];
        return $"{char.ToUpperInvariant(word[0])}{word.AsSpan(1)}";
    }

    static string[] Words(string text, char separator = ' ') =>
        text.ReplaceLineEndings(separator.ToString()).Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
