namespace Helios.Web.Pages;

/// <summary>Where on a record's page a panel stands.</summary>
public enum PanelPlace
{
    /// <summary>In the main column, below the record's own facts.</summary>
    Main,

    /// <summary>In the context beside it.</summary>
    Aside,
}
