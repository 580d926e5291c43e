using Helios.Kernel.Commands;
using Helios.Kernel.Modules;
using Helios.Kernel.Queries;
using Helios.Tests.Fixtures;
using Helios.Tests.Rest.Shelves;
using Helios.Web.Rest;
using Microsoft.AspNetCore.Builder;
using Npgsql;
using Xunit;

namespace Helios.Tests.Rest;

/// <summary>A route that cannot be served does not start.</summary>
public sealed class RestRoutesTests
{
    static async Task<string> Refusal(Action<FeatureBuilder> declare)
    {
        var builder = WebApplication.CreateSlimBuilder();
        await using var database = NpgsqlDataSource.Create("Host=localhost");
        var registry = Registry.Build([new OneModule(declare)]);
        Kernel.KernelServices.AddHeliosKernel(builder.Services, registry, database).AddHeliosRest();
        await using var app = builder.Build();
        return Assert.Throws<InvalidOperationException>(() => RestDoor.Map(app, registry)).Message;
    }

    static CommandDeclaration Change(FeatureBuilder feature, string route) => feature.Command<ChangeShelf>("shelves.change", "shelves:write", "ShelfChanged").Rest(route);

    static QueryDeclaration List(FeatureBuilder feature, string route) => feature.Query<ListShelves>("shelves.list", "shelves:write").Rest(route);

    [Theory]
    [InlineData("/shelves")]
    [InlineData("FETCH /shelves")]
    [InlineData("PUT shelves")]
    [InlineData("PUT  /shelves")]
    public async Task A_route_must_read_like_one(string route) =>
        Assert.Contains("must read like", await Refusal(feature => Change(feature, route)), StringComparison.Ordinal);

    [Fact]
    public async Task A_part_of_the_address_must_be_a_field() =>
        Assert.Contains("{rack}", await Refusal(feature => Change(feature, "PUT /shelves/{rack}")), StringComparison.Ordinal);

    [Fact]
    public async Task A_query_only_reads_and_a_command_never_does()
    {
        Assert.Contains("must begin with GET", await Refusal(feature => List(feature, "POST /shelves")), StringComparison.Ordinal);
        Assert.Contains("cannot begin with GET", await Refusal(feature => Change(feature, "GET /shelves/{shelf}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_addresses_of_one_shape_clash() =>
        Assert.Contains("shelves.change and shelves.empty", await Refusal(feature =>
        {
            Change(feature, "PUT /shelves/{shelf}");
            feature.Command<EmptyShelf>("shelves.empty", "shelves:write", "ShelfEmptied").Rest("PUT /shelves/{shelf}");
        }), StringComparison.Ordinal);
}
