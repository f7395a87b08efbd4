package org.nightjar.testkit;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Keeps tests that are meant to fail from whoever runs everything by a pattern of names. */
final class OnlyInSelfTest implements ExecutionCondition {

  static final String PARAMETER = "nightjar.selftest";

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return context.getConfigurationParameter(PARAMETER).isPresent()
        ? ConditionEvaluationResult.enabled("run by the self-test")
        : ConditionEvaluationResult.disabled("meant to fail, for the self-test alone");
  }
}
