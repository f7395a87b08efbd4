package org.nightjar.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Every check of the contracts notices the task that breaks it. */
class ContractSelfTest {

  @ParameterizedTest
  @MethodSource("broken")
  void notices(Class<?> contract, String check) {
    long failed =
        EngineTestKit.engine("junit-jupiter")
            .selectors(selectMethod(contract, check))
            .configurationParameter(OnlyInSelfTest.PARAMETER, "true")
            .execute()
            .allEvents()
            .failed()
            .count();
    assertThat(failed).as("failures of %s", check).isPositive();
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
}
