using Helios.Kernel.Commands;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;

namespace Helios.Core.Secrets.Queries;

/// <summary>One secret: everything but its value.</summary>
/// <param name="Secret">The secret, by key or id.</param>
public sealed record GetSecret([property: Target] EntityRef<OrganizationSecret> Secret) : IQuery<SecretDetails>
{
    public sealed class Handler : IQueryHandler<GetSecret, SecretDetails>
    {
        public Task<Outcome<SecretDetails>> Handle(GetSecret query, QueryContext context)
        {
            var secret = query.Secret.Entity;
            return Task.FromResult<Outcome<SecretDetails>>(new SecretDetails
            {
                Id = secret.Id,
                Key = secret.Key,
                Version = secret.Version,
                Name = secret.Name,
                Description = secret.Description,
                CreatedAt = secret.CreatedAt,
                ReplacedAt = secret.ReplacedAt,
                Revision = secret.Revision,
                DeletedAt = secret.ArchivedAt,
            });
        }
    }
}
