namespace Helios.Web.Components.Content;

/// <summary>The three drawings of the horizon.</summary>
public enum HorizonKind
{
    /// <summary>The sun rises: something begins.</summary>
    Rise,

    /// <summary>The sun has set: nothing is here (404).</summary>
    Set,

    /// <summary>An eclipse: something failed (500).</summary>
    Eclipse,
}
