package org.nightjar.api.error;

/** The platform's error codes. Numbers are never reused. */
public enum StandardError implements ErrorCode {
  /** An argument is outside what the call accepts. */
  BAD_ARGUMENT(1, Category.USER),
  /** The configuration file, a profile or a manifest says something that cannot be. */
  BAD_CONFIGURATION(2, Category.USER),
  /** What was asked for does not exist. */
  NOT_FOUND(3, Category.USER),
  /** Another process or an earlier request holds what was asked for. */
  CONFLICT(4, Category.USER),

  /** No reader recognises the bytes. */
  UNKNOWN_FORMAT(100, Category.DATA),
  /** Recognised, but no task wants this kind. */
  UNWANTED(101, Category.DATA),
  /** The bytes end before the product does. */
  TRUNCATED(102, Category.DATA),
  /** The bytes contradict the format, or a checksum does not fit. */
  CORRUPT(103, Category.DATA),
  /** Well formed, but a length or count in it is beyond any sensible bound. */
  TOO_LARGE(104, Category.DATA),
  /** Well formed, but uses a feature that is not supported. */
  UNSUPPORTED(105, Category.DATA),
  /** The file cannot be opened or read, or is gone. */
  UNREADABLE(106, Category.DATA),

  /** A task threw something other than a {@link NightjarException}. */
  TASK_FAILED(200, Category.PLUGIN),
  /** A task did not finish by its deadline. */
  TASK_TIMED_OUT(201, Category.PLUGIN),
  /** A plugin returned what its contract forbids. */
  CONTRACT_BROKEN(202, Category.PLUGIN),
  /** A model package is incomplete, damaged, or its golden vectors do not come out. */
  MODEL_REFUSED(203, Category.PLUGIN),

  /** A bounded queue is full; try again. */
  QUEUE_FULL(300, Category.RESOURCE),
  /** The deadline has passed or cannot be met. */
  DEADLINE_PASSED(301, Category.RESOURCE),
  /** Host or device memory is short. */
  OUT_OF_MEMORY(302, Category.RESOURCE),
  /** The disk is full or read-only. */
  DISK_FULL(303, Category.RESOURCE),
  /** The work was cancelled. */
  CANCELLED(304, Category.RESOURCE),
  /** A service, device or version is not there just now. */
  UNAVAILABLE(305, Category.RESOURCE),
  /** What a plugin was handed has been taken back because the plugin stopped. */
  REVOKED(306, Category.RESOURCE),
  /** A plugin has used up its share of something; others have not. */
  QUOTA_EXCEEDED(307, Category.RESOURCE),
  /** A version that was given out turned out to be bad and was taken back; ask anew. */
  WITHDRAWN(308, Category.RESOURCE),

  /** A defect of Nightjar. */
  INTERNAL(900, Category.INTERNAL);

  private final int number;
  private final Category category;

  StandardError(int number, Category category) {
    this.number = number;
    this.category = category;
  }

  @Override
  public int number() {
    return number;
  }

  @Override
  public Category category() {
    return category;
  }
}
