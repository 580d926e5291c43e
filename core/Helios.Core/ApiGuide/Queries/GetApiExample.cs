using System.ComponentModel.DataAnnotations;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Input;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;
using Helios.Web.Rest.Reference;

namespace Helios.Core.ApiGuide.Queries;

/// <summary>What an example of an operation sends: the actor's own newest records, and texts that fit.</summary>
/// <param name="Operation">The operation's name, such as tickets.get.</param>
public sealed record GetApiExample([property: Required, MaxLength(80)] string Operation) : IQuery<GetApiExample.Result>
{
    /// <summary>Values by the names of fields.</summary>
    /// <param name="Address">Those in the address and behind the question mark.</param>
    /// <param name="Body">Those of the body that have to be sent.</param>
    /// <param name="Missing">Parts of the address that nothing of the organization fits yet.</param>
    public sealed record Result(IReadOnlyDictionary<string, string> Address, IReadOnlyDictionary<string, string> Body, IReadOnlyList<string> Missing);

    public sealed class Handler(HeliosDb db, Registry registry, ApiReference reference) : IQueryHandler<GetApiExample, Result>
    {
        public async Task<Outcome<Result>> Handle(GetApiExample query, QueryContext context)
        {
            Dictionary<string, string> address = new(StringComparer.Ordinal);
            Dictionary<string, string> body = new(StringComparer.Ordinal);
            List<string> missing = [];
            if (reference.Find(query.Operation) is not { } operation)
                return new Result(address, body, missing);
            foreach (var field in operation.Fields.Where(field => field.IsRequired || operation.IsInPath(field.Name)))
            {
                var inAddress = operation.IsRead || operation.IsInPath(field.Name);
                var value = await Value(field, context.Stop);
                if (value is null && inAddress)
                    missing.Add(field.Name);
                else if (value is not null)
                    (inAddress ? address : body)[field.Name] = value;
            }

            return new Result(address, body, missing);
        }

        async Task<string?> Value(RecordField field, CancellationToken stop)
        {
            var shape = field.Shape.Element ?? field.Shape;
            return shape.Kind == ValueKind.Reference ? await ExampleReferences.For(db, registry, shape.Bare, stop) : ExampleTexts.For(field, registry);
        }
    }
}
