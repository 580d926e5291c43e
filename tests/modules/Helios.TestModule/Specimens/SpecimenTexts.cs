using System.Globalization;
using System.Resources;

namespace Helios.TestModule.Specimens;

/// <summary>The module's texts, in the language of the page.</summary>
static class SpecimenTexts
{
    public static string Greeting(string language) =>
        new ResourceManager("Helios.TestModule.Texts", typeof(SpecimenTexts).Assembly).GetString("Greeting", CultureInfo.GetCultureInfo(language))!;
}
