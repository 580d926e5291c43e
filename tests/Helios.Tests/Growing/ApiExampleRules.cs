using Helios.Core.ApiGuide.Queries;
using Helios.Kernel.Entities;
using Helios.Kernel.Input;
using Helios.Web.Rest.Reference;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Helios.Tests.Growing;

/// <summary>What the pages about the API show works, for every operation that is declared.</summary>
sealed class ApiExampleRules(GrowingHouse house)
{
    /// <summary>Reads whose example, with the newest records of an organization that has some of each, is not answered 2xx.</summary>
    public async Task<IReadOnlyList<string>> Reads()
    {
        List<string> wrong = [];
        var sampler = new Sampler(house, house.Larkspur, house.Larkspur.Owner);
        foreach (var operation in Reference.Operations.Where(operation => operation.IsRead))
        {
            foreach (var type in operation.Fields.Where(field => operation.IsInPath(field.Name) && field.Shape.Kind == ValueKind.Reference).Select(field => field.Shape.Bare))
                _ = typeof(IRowRef).IsAssignableFrom(type) ? await sampler.Row(type.GetGenericArguments()[0]) : await sampler.Entity(type.GetGenericArguments()[0]);
            var example = await Example(operation);
            if (example.Missing.Count > 0)
                wrong.Add($"{operation.Name}: nothing is found for {string.Join(", ", example.Missing)}. Give the field a text in ExampleTexts, or its sort a row that the owner sees.");
            else if (await Answer(operation, example) is not { Status: >= 200 and < 300 } answer)
                wrong.Add($"{operation.Name} is not answered: {await Told(operation, example)}");
        }

        return wrong;
    }

    /// <summary>Commands whose example cannot be shown: its address has parts without a value, or its line for a shell none.</summary>
    public async Task<IReadOnlyList<string>> Commands()
    {
        List<string> wrong = [];
        foreach (var operation in Reference.Operations.Where(operation => !operation.IsRead))
        {
            var example = await Example(operation);
            var curl = ApiExample.Curl(operation, "http://127.0.0.1:8420", example.Address);
            if (!curl.StartsWith($"curl -X {operation.Method} ", StringComparison.Ordinal) || !curl.Contains("/api/v1/", StringComparison.Ordinal))
                wrong.Add($"{operation.Name}: {curl}");
        }

        return wrong;
    }

    ApiReference Reference => house.App.Services.GetRequiredService<ApiReference>();

    async Task<GetApiExample.Result> Example(ApiOperation operation) =>
        (await house.Queries.Ask(new GetApiExample(operation.Name), house.Larkspur.Owner, CancellationToken.None)).Expect();

    async Task<string> Told(ApiOperation operation, GetApiExample.Result example)
    {
        var answer = await Answer(operation, example);
        return $"{answer.Request} {answer.Status} {answer.Body}";
    }

    async Task<TrialAnswer> Answer(ApiOperation operation, GetApiExample.Result example)
    {
        await using var services = house.App.Services.CreateAsyncScope();
        var http = new DefaultHttpContext { RequestServices = services.ServiceProvider };
        http.Request.Scheme = "http";
        http.Request.Host = new HostString("127.0.0.1");
        return await house.App.Services.GetRequiredService<ApiTrial>().Run(http, house.Larkspur.Owner, new TrialRequest(operation, example.Address));
    }
}
