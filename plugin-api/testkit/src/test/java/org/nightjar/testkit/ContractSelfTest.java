package org.nightjar.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Every check of the contracts notices the task that breaks it. */
class ContractSelfTest {

  @ParameterizedTest
  @MethodSource("broken")
  void notices(Class<?> contract, String check) {
    assertThat(failed(contract))
        .as("failed checks of %s", contract.getSimpleName())
        .contains(check);
  }

  static Stream<Arguments> broken() {
    return Stream.of(
        arguments(BrokenTasks.ChangesItsInfo.class, "declaresTheSameEachTime"),
        arguments(BrokenTasks.WantsOtherKinds.class, "declaresTheSameEachTime"),
        arguments(BrokenTasks.ReturnsNull.class, "judgesEverySampleByTheRules"),
        arguments(BrokenTasks.MeasuresInfinity.class, "judgesEverySampleByTheRules"),
        arguments(BrokenTasks.FindsThingsOutside.class, "judgesEverySampleByTheRules"),
        arguments(BrokenTasks.FindsThingsNowhere.class, "judgesEverySampleByTheRules"),
        arguments(BrokenTasks.AttachesWhatItNeverMade.class, "judgesEverySampleByTheRules"),
        arguments(BrokenTasks.CountsItsCalls.class, "saysTheSameTwice"),
        arguments(BrokenTasks.NoticesOtherCalls.class, "saysTheSameOnAnyNumberOfThreads"),
        arguments(BrokenTasks.LooksAtTheClock.class, "saysTheSameAtAnotherTimeAndPlace"),
        arguments(BrokenTasks.WritesInTheLocalLanguage.class, "saysTheSameAtAnotherTimeAndPlace"),
        arguments(BrokenTasks.ClosesTheProduct.class, "leavesTheProductAsItIs"),
        arguments(BrokenTasks.WritesIntoTiles.class, "leavesTheProductAsItIs"),
        arguments(BrokenTasks.LeavesAThread.class, "givesBackThreadsAndPixels"),
        arguments(BrokenTasks.KeepsPixels.class, "givesBackThreadsAndPixels"),
        arguments(BrokenTasks.IgnoresCancellation.class, "endsSoonWhenCancelledBeforehand"),
        arguments(BrokenTasks.IgnoresCancellation.class, "endsSoonWhenCancelledAmongThePixels"),
        arguments(BrokenTasks.GivesHalfAReport.class, "endsSoonWhenCancelledBeforehand"),
        arguments(BrokenTasks.GivesHalfAReport.class, "endsSoonWhenCancelledAmongThePixels"),
        arguments(BrokenTasks.ExpectsAPart.class, "copesWithHostileProducts"),
        arguments(BrokenTasks.ExpectsNumbers.class, "copesWithHostileProducts"),
        arguments(BrokenTasks.BlamesItself.class, "copesWithHostileProducts"),
        arguments(BrokenBatchTask.AnswersTwice.class, "answersEachItemOnceInAnyOrderAndChunk"),
        arguments(BrokenBatchTask.ForgetsTheLast.class, "answersEachItemOnceInAnyOrderAndChunk"),
        arguments(BrokenBatchTask.CountsCompany.class, "answersEachItemOnceInAnyOrderAndChunk"),
        arguments(BrokenBatchTask.FailsAllForOne.class, "letsABadItemFailAlone"));
  }

  /** Names of the test methods of which at least one execution failed. */
  private static Set<String> failed(Class<?> contract) {
    Set<String> methods = new TreeSet<>();
    EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(contract))
        .execute()
        .allEvents()
        .failed()
        .stream()
        .map(Event::getTestDescriptor)
        .forEach(
            test ->
                test.getUniqueId().getSegments().stream()
                    .filter(segment -> segment.getType().matches("method|test-factory"))
                    .forEach(segment -> methods.add(segment.getValue().replaceAll("\\(.*", ""))));
    return methods;
  }
}
