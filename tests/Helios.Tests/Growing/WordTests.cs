using Helios.Core;
using Helios.Itsm;
using Helios.Kernel.Modules;
using Helios.Web.Pages;
using Xunit;

namespace Helios.Tests.Growing;

public sealed class WordTests
{
    static Registry Real => Registry.Build([new CoreModule(), new ItsmModule()]);

    [Fact]
    public void No_input_takes_a_raw_id() => Verdict.Clean(WordRules.RawIds(Declared.All(Real)));

    [Fact]
    public void Commands_queries_and_entities_say_what_they_are() => Verdict.Clean(WordRules.Silent(Real));

    [Fact]
    public void The_kernel_says_what_it_is() => Verdict.Clean(WordRules.Undocumented(typeof(Registry).Assembly));

    [Fact]
    public void The_doors_say_what_they_are() => Verdict.Clean(WordRules.Undocumented(typeof(PageSet).Assembly));
}
