using System.Globalization;
using System.Text;

namespace Helios.Web.Components.Graphs;

/// <summary>Text that fits a box of a picture: SVG does not shorten by itself.</summary>
static class GraphText
{
    /// <summary>At most so many letters of ordinary width; wide ones, as of Chinese, count twice.</summary>
    public static string Fit(string text, int letters)
    {
        var width = 0;
        var fitting = new StringBuilder();
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            var element = elements.GetTextElement();
            width += element[0] >= '\u1100' ? 2 : 1;
            if (width > letters)
                return fitting.ToString().TrimEnd() + "…";
            fitting.Append(element);
        }

        return fitting.ToString();
    }
}
