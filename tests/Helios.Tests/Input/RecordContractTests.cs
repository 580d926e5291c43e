using Helios.Core;
using Helios.Itsm;
using Helios.Kernel.Input;
using Helios.Kernel.Modules;
using Xunit;

namespace Helios.Tests.Input;

public sealed class RecordContractTests
{
    /// <summary>A start checks addresses by the names of properties alone; what answers later reads the whole contract.</summary>
    [Fact]
    public void A_record_has_the_fields_of_its_contract_and_no_other()
    {
        var registry = Registry.Build([new CoreModule(), new ItsmModule()]);
        Type[] inputs = [.. registry.Commands.Select(command => command.InputType), .. registry.Queries.Select(query => query.InputType)];
        string[] names = [.. inputs.SelectMany(input => RecordContract.Of(input).Fields).Select(field => field.Name).Distinct(StringComparer.Ordinal), "rack", "Key", ""];
        Assert.True(names.Length > 50);

        Assert.All(inputs, input => Assert.All(names, name => Assert.Equal(RecordContract.Of(input).Field(name) is not null, RecordContract.Has(input, name))));
    }
}
