using Helios.Core.Directory.People;
using Helios.Kernel.Filtering;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;

namespace Helios.Core.Secrets.Queries;

/// <summary>The organization's secrets by name, without their values.</summary>
public sealed record ListSecrets : ListInput, IQuery<ListPage<SecretRow>>
{
    /// <summary>What the list can be filtered and sorted by.</summary>
    internal static ListDeclaration<OrganizationSecret> Declaration() => new(
        typeof(ListSecrets),
        EntityFields.Of<OrganizationSecret>("secret")
            .Text("name", secret => secret.NameKey, text => User.Fold(text) ?? "", "The whole name")
            .Moment("replaced", secret => secret.ReplacedAt, description: "When its value was set last"),
        new SortKeys<OrganizationSecret>(secret => secret.Id)
            .By("name", secret => secret.Name)
            .By("replaced", secret => secret.ReplacedAt)
            .By("updated", secret => secret.UpdatedAt, descending: true));

    public sealed class Handler(ListRunner lists) : IQueryHandler<ListSecrets, ListPage<SecretRow>>
    {
        public Task<Outcome<ListPage<SecretRow>>> Handle(ListSecrets query, QueryContext context) => lists.Run<OrganizationSecret, SecretRow>(query, context, secret => new SecretRow
        {
            Id = secret.Id,
            Key = secret.Key,
            Name = secret.Name,
            Description = secret.Description,
            ReplacedAt = secret.ReplacedAt,
            IsDeleted = secret.ArchivedAt != null,
        });
    }
}
