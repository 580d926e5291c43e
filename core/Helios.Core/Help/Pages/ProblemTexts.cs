using Helios.Kernel.Problems;

namespace Helios.Core.Help.Pages;

/// <summary>The kinds of refusal, in the order of their statuses.</summary>
static class ProblemTexts
{
    public static IReadOnlyList<ProblemText> All { get; } =
    [
        new(
            [400, 405, 413, 415],
            "Something in the request breaks a rule: a field is missing, too long, unknown or of the wrong type, the body is no JSON or too large, or the address does not take this method. Every wrong field is named, all at once. Nothing was changed.",
            "Read errors: each names its field as it is written on the wire and says what it takes. Correct them all, then send the request again.",
            "input.invalid",
            "Some fields need another look.")
        {
            Errors = [new FieldProblem("subject", "Say what it is about in 3 to 300 characters."), new FieldProblem("description", "The description may have 20,000 characters. Attach long texts as files.")],
        },
        new(
            [401],
            "Helios does not know who asks: the access token is missing, mistyped, expired or revoked. The answer is the same for each of them.",
            "Send the header Authorization: Bearer with a token from your account page. Make a new one there if yours has run out.",
            "actor.unauthenticated",
            "Sign in, or send a valid access token, and try again."),
        new(
            [402],
            "The module that this belongs to is not licensed, or its license has run out and it can only be read. No module of this version asks for a license, so you will not meet it yet.",
            "Ask an owner of your organization. What you entered before is kept.",
            Code: null,
            Detail: null),
        new(
            [403],
            "You may see this, but not do it: your role lacks the permission, or your token was made for less.",
            "The sentence names the permission. An owner can change your role; a token gets wider rights only by making a new one.",
            "actor.not_permitted",
            Problem.Forbidden("tickets:write").Text),
        new(
            [404],
            "It does not exist, or you may not see it. Helios gives the same answer for both, so that nobody learns what others have.",
            "Check the key or id and the organization. If it must be there, ask a colleague who can see it.",
            "reference.not_found",
            Problem.NotFound("ticket").Text),
        new(
            [409],
            "A rule of the matter refuses, though the request is well formed: the ticket is closed already, the mail address belongs to somebody else, or an Idempotency-Key was used for another request.",
            "The sentence says which rule. Look at the record as it stands now and decide anew; the same request again gets the same answer.",
            "tickets.ticket.not_open",
            "T-1042 is closed. Reopen it before you assign it."),
        new(
            [412, 428],
            "Somebody changed the record after you read it (412), or the request did not say which version it was made for (428). Nothing was changed.",
            "Read the record again, look whether your change still makes sense, and send it with the header If-Match and the new ETag.",
            "version.stale",
            "T-1042 was changed since you loaded it. Load it again and repeat your change.")
        {
            Version = 7,
        },
        new(
            [429, 503],
            "Too many requests came in a short time, or the server is so busy that it defends itself.",
            "Wait for as many seconds as the header Retry-After says, then go on more slowly. RateLimit headers on every answer say how much is left.",
            "request.limited",
            "This token has sent too many requests. Wait 4 seconds and go on more slowly."),
        new(
            [500],
            "The fault is on the side of Helios. Either all of the change was made or nothing of it.",
            "Send the request again; with the same Idempotency-Key that is safe. If it fails again, give the request id to whoever runs your Helios: the log has the rest under it.",
            "unexpected",
            "Something went wrong in Helios. A request with an Idempotency-Key can be repeated safely."),
    ];
}
