package org.nightjar.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nightjar.api.error.NightjarException;

class YamlFileTest {
  private static final int MOST = 4096;

  @TempDir private Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("file.yaml"), text);
  }

  private Value strict(String text) throws IOException, NightjarException {
    return YamlFile.read(file(text), MOST);
  }

  private Object plain(String value) throws IOException {
    ProblemList problems = new ProblemList(folder);
    Yaml.Fields fields = YamlFile.fields(file("key: " + value), MOST, problems).orElseThrow();
    assertThat(problems.inOrder()).isEmpty();
    return fields.value("key").orElseThrow().plain();
  }

  @Test
  void valuesBecomeWhatTheyLookLike() throws IOException {
    assertThat(plain("[1, -2.5, 1e3, true, no, '5', ~, 2026-01-01]"))
        .isEqualTo(Arrays.asList(1L, -2.5, 1000.0, true, "no", "5", null, "2026-01-01"));
    assertThat(plain("{a: {b: 1}}")).isEqualTo(Map.of("a", Map.of("b", 1L)));
    assertThat(plain("[.nan, .inf, -.INF]"))
        .isEqualTo(List.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY));
    assertThat(plain("[99999999999999999999, 0x1F]")).isEqualTo(List.of(1e20, "0x1F"));
  }

  @Test
  void everyProblemIsNotedInTheOrderOfTheLines() throws IOException {
    ProblemList problems = new ProblemList(Path.of("f"));
    YamlFile.fields(file("a: 1\n[x]: 2\na: 3\nb: !tag 4\n"), MOST, problems);
    assertThat(problems.inOrder())
        .extracting(problem -> problem.place())
        .containsExactly("f:2", "f:3", "f:4");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a: &x [1]\nb: *x", "&x [*x]", "a: &x {b: 1}\nc: {<<: *x}"})
  void aliasesAreRefused(String text) {
    assertThatThrownBy(() -> strict(text)).hasMessageContaining("alias");
  }

  @Test
  void strictValuesNameFileLineAndKey() throws Exception {
    Value root = strict("size:\n  - 1\n  - 2.5\nname: 7\n");
    Section section = root.section("size", "name");
    assertThat(section.need("size").list(2).get(0).integer(0, 9)).isEqualTo(1);
    assertThatThrownBy(() -> section.need("size").list(2).get(1).integer(0, 9))
        .hasMessageContaining("'size' must be a whole number from 0 to 9")
        .hasMessageContaining("file.yaml:3");
    assertThatThrownBy(() -> section.need("name").text())
        .hasMessageContaining("Write it in quotes")
        .hasMessageContaining("file.yaml:4");
    assertThatThrownBy(() -> root.section("size", "nome"))
        .hasMessageContaining("unknown key 'name'")
        .hasMessageContaining("Did you mean 'nome'?");
  }

  @Test
  void nullIsNotANumberAsInJson() throws Exception {
    Value list = strict("{\"values\": [null, 1]}").section("values").need("values");
    assertThat(list.list(2).get(0).numberOrSpecial()).isNaN();
    assertThatThrownBy(() -> list.list(2).get(0).number()).hasMessageContaining("finite");
  }

  @Test
  void whatIsNoFileIsUnreadable() {
    assertThatThrownBy(() -> YamlFile.read(folder, MOST)).hasMessageContaining("UNREADABLE");
    assertThatThrownBy(() -> strict("#".repeat(MOST + 1))).hasMessageContaining("TOO_LARGE");
    assertThatThrownBy(() -> strict("# nothing")).hasMessageContaining("the file is empty");
  }

  @ParameterizedTest
  @CsvSource({"widht, width", "WIDTH, width", "hieght, height", "idth, width"})
  void theLikelyWordIsSuggested(String typed, String meant) {
    assertThat(Suggestion.remedy(typed, List.of("height", "width")))
        .isEqualTo("Did you mean '" + meant + "'? Allowed: height, width.");
  }

  @Test
  void nothingIsSuggestedForWhatIsFarFromAllWords() {
    assertThat(Suggestion.remedy("colour", List.of("width"))).isEqualTo("Allowed: width.");
    assertThat(Suggestion.remedy("colour", List.of())).isEqualTo("There are none.");
  }

  @Test
  void tagsAreRefusedUnlessTheyAreAskedForAsWords() throws Exception {
    Path file = folder.resolve("tags.yaml");
    Files.writeString(file, "a: !call [1]\nb: !call {x: 1}\nc: !call\nd: !!set {x}\n");
    ProblemList problems = new ProblemList(file);
    YamlFile.fields(file, MOST, problems);
    assertThat(problems.inOrder()).hasSize(4).allMatch(p -> p.message().contains("the tag"));
    ProblemList others = new ProblemList(file);
    Yaml.Fields fields = YamlFile.tagged(file, MOST, others).orElseThrow();
    assertThat(others.inOrder()).singleElement().matches(p -> p.place().endsWith(":4"));
    assertThat(fields.value("a").orElseThrow())
        .isInstanceOfSatisfying(
            Yaml.Tagged.class,
            tagged -> {
              assertThat(tagged.tag()).isEqualTo("call");
              assertThat(tagged.plain()).isEqualTo(List.of(1L));
            });
    assertThat(fields.value("c").orElseThrow().plain()).isNull();
  }
}
