using System.Text;
using Helios.Kernel.Input;
using Helios.Kernel.Problems;
using Xunit;

namespace Helios.Tests.Input;

public sealed class JsonBodyTests
{
    static Problem Refused(string body)
    {
        var problem = JsonBody.Parse(Encoding.UTF8.GetBytes(body)).Problem;
        Assert.NotNull(problem);
        Assert.Equal(ProblemKind.Invalid, problem.Kind);
        return problem;
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n")]
    [InlineData("{}")]
    [InlineData("\ufeff{}")]
    public void Nothing_and_an_empty_object_are_the_same(string body) =>
        Assert.Empty(JsonBody.Parse(Encoding.UTF8.GetBytes(body)).Expect());

    [Theory]
    [InlineData("{", "input.not_json")]
    [InlineData("{}{}", "input.not_json")]
    [InlineData("{\"a\":1,}", "input.not_json")]
    [InlineData("{\"a\":\"\\ud800\"}", "input.not_json")]
    [InlineData("{\"\\ud800\":1}", "input.not_json")]
    [InlineData("[]", "input.not_an_object")]
    [InlineData("null", "input.not_an_object")]
    [InlineData("{\"a\":1,\"a\":2}", "input.duplicate_field")]
    [InlineData("{\"a\":{\"b\":1,\"b\":2}}", "input.duplicate_field")]
    [InlineData("{\"a\":1,\"\\u0061\":2}", "input.duplicate_field")]
    public void What_is_no_object_is_refused_by_its_fault(string body, string code) => Assert.Equal(code, Refused(body).Code);

    [Fact]
    public void The_place_of_the_fault_is_named() =>
        Assert.Contains("line 2, byte 6", Refused("{\n\"a\": x}").Text, StringComparison.Ordinal);

    [Fact]
    public void A_body_that_is_nested_too_deeply_is_refused() =>
        Assert.Equal("input.too_deep", Refused("{\"a\":" + new string('[', 40) + new string(']', 40) + "}").Code);

    [Fact]
    public void A_body_that_is_too_large_is_refused() =>
        Assert.Equal("input.too_large", Refused("{\"a\":\"" + new string('x', JsonBody.Largest) + "\"}").Code);

    [Fact]
    public void Bytes_that_are_no_text_are_refused() =>
        Assert.Equal("input.not_utf8", JsonBody.Parse([(byte)'{', (byte)'"', 0xff, (byte)'"', (byte)':', (byte)'1', (byte)'}']).Problem!.Code);
}
