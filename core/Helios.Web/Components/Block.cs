using Microsoft.AspNetCore.Components;

namespace Helios.Web.Components;

/// <summary>What every component of the design system takes: further classes, and attributes that it passes on to its outermost element.</summary>
public abstract class Block : ComponentBase
{
    /// <summary>Further classes of the outermost element.</summary>
    [Parameter]
    public string? Class { get; set; }

    /// <summary>Attributes of the outermost element, such as <c>id</c> or <c>data-key</c>. Never a style: the content security policy refuses it.</summary>
    [Parameter(CaptureUnmatchedValues = true)]
    public IReadOnlyDictionary<string, object>? Attributes { get; set; }

    /// <summary>The component's own class, <see cref="Class"/> and those of <paramref name="more"/> that are not empty.</summary>
    protected string? Css(string own, params ReadOnlySpan<string?> more)
    {
        var css = Class is { Length: > 0 } ? own + " " + Class : own;
        foreach (var one in more)
        {
            if (one is { Length: > 0 })
                css += " " + one;
        }

        return css.Length == 0 ? null : css.TrimStart();
    }

    /// <summary>A part of an id made from <paramref name="text"/>: letters and digits, hyphens between.</summary>
    protected static string IdPart(string text) =>
        string.Join('-', new string([.. text.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
