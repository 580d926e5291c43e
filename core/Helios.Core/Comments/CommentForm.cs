using Helios.Web.Components.Forms;
using Helios.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace Helios.Core.Comments;

/// <summary>The form of every composer, wherever one stands: on the panel of any kind, or on a page that shows its conversation itself.</summary>
public static class CommentForm
{
    /// <summary>Its name on the way back to the page of its record.</summary>
    const string Name = "comments";

    /// <summary>Where it is sent to: the same for every kind.</summary>
    public static string Address(PageRequest request, string key) => request.Address($"/entities/{key}/comments");

    /// <summary>What was typed there and refused; fresh on a GET.</summary>
    public static FormState State(PageRequest request) => request.FormOf(Name);

    /// <summary>Shows the record's page again, with what was typed.</summary>
    internal static IResult ShowAgain(PageRequest request, string address) => request.ShowAgain(Name, address);
}
