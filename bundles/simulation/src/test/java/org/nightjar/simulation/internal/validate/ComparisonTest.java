package org.nightjar.simulation.internal.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each kind of comparison, once satisfied and once not. */
class ComparisonTest {
  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new AssertionError(text, e);
    }
  }

  private static Comparison compare(String check, String got) {
    return Comparison.of(json(check), json(got));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'compare':'close','value':10,'rel':0.1,'abs':0} | 10.9 | true",
        "{'compare':'close','value':10,'rel':0.1,'abs':0} | 11.1 | false",
        "{'compare':'close','value':10,'rel':0,'abs':0} | 10 | true",
        "{'compare':'close','value':10,'rel':0,'abs':0} | 10.0001 | false",
        "{'compare':'close','value':0,'rel':0.1,'abs':0.5} | -0.4 | true",
        "{'compare':'close','value':[1,2],'rel':0.01} | [1,2.01] | true",
        "{'compare':'close','value':[1,2],'rel':0.01} | [1,2.1] | false",
        "{'compare':'close','value':[1,2],'rel':0.01} | [1] | false",
        "{'compare':'close','value':[1,2],'rel':0.01} | 1 | false",
        "{'compare':'close','value':[[1,2],[3,4]],'rel':0.01} | [[1,2],[3,4.001]] | true",
        "{'compare':'close','value':[[1,2],[3,4]],'rel':0.01} | [[1,2],[3,5]] | false",
        "{'compare':'close','value':1,'rel':0.01} | 'one' | false",
        "{'compare':'close_up_to_constant','value':[5,6,8],'rel':0.01} | [0,1,3.001] | true",
        "{'compare':'close_up_to_constant','value':[5,6,8],'rel':0.01} | [0,1,3.1] | false",
        "{'compare':'close_up_to_constant','value':[5,6,8],'rel':0.01} | [] | false",
        "{'compare':'binomial','value':[0.5],'n_test':100,'n_sigma':4} | [0.69] | true",
        "{'compare':'binomial','value':[0.5],'n_test':100,'n_sigma':4} | [0.71] | false",
        "{'compare':'binomial','value':[0.5],'n_test':100,'n_sigma':4} | [0.5,0.5] | false",
        "{'compare':'binomial','value':1,'n_test':100,'n_sigma':4} | 1 | true",
        "{'compare':'binomial','value':1,'n_test':100,'n_sigma':4} | 0.99 | false",
        "{'compare':'exact','value':4} | 4.0 | true",
        "{'compare':'exact','value':4} | 5 | false",
        "{'compare':'exact','value':true} | true | true",
        "{'compare':'exact','value':true} | false | false",
        "{'compare':'at_least','value':0.4} | 0.4 | true",
        "{'compare':'at_least','value':0.4} | 0.3 | false",
        "{'compare':'at_most','value':0.4} | 0.4 | true",
        "{'compare':'at_most','value':0.4} | 0.5 | false",
        "{'compare':'at_most','value':0.4} | 'few' | false",
        "{'compare':'info','value':[1,2]} | 7 | true",
        "{'compare':'guess','value':1} | 1 | false"
      })
  void comparesInAllWays(String check, String got, boolean passes) {
    Comparison comparison = compare(check, got);
    assertThat(comparison.passed()).as(comparison.message()).isEqualTo(passes);
    assertThat(comparison.message().isEmpty()).isEqualTo(passes);
  }

  @Test
  void tellsHowNearTheLimitTheWorstIs() {
    Comparison comparison =
        compare("{'compare':'close','value':[1,2,4],'rel':0.1,'abs':0}", "[1.05,2.02,4]");
    assertThat(comparison.worst()).isEqualTo(0.5, within(1e-9));
  }

  @Test
  void comparesSamplesWithQuantiles() {
    String check =
        "{'compare':'cdf','value':[250,500,900],'probabilities':[0.25,0.5,0.9],'n_sigma':4,"
            + "'n_test':'N of the draw','slack':0}";
    String uniform =
        IntStream.range(0, 1000).mapToObj(i -> "" + i).collect(Collectors.joining(",", "[", "]"));
    assertThat(compare(check, uniform).passed()).isTrue();
    String shifted =
        IntStream.range(100, 1100).mapToObj(i -> "" + i).collect(Collectors.joining(",", "[", "]"));
    Comparison wrong = compare(check, shifted);
    assertThat(wrong.passed()).isFalse();
    assertThat(wrong.message()).contains("quantile");
    assertThat(compare(check, "[]").passed()).isFalse();
    assertThat(compare(check, "['a','b']").passed()).isFalse();
  }

  @Test
  void allowsTheSlackThatIsAgreed() {
    String check =
        "{'compare':'cdf','value':[0],'probabilities':[0.5],'n_sigma':0,'n_test':4,'slack':%s}";
    String samples = "[-1,-2,-3,1]";
    assertThat(compare(check.formatted("0.26"), samples).passed()).isTrue();
    assertThat(compare(check.formatted("0.24"), samples).passed()).isFalse();
  }
}
