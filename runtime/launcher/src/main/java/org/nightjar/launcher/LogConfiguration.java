package org.nightjar.launcher;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.util.FileSize;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Warnings and worse in one short line each on standard error, everything from INFO in a bounded
 * set of files. In Java because parsing XML costs a fifth of a second at every start; {@code
 * -Dlogback.configurationFile=FILE} still takes a file instead.
 */
public final class LogConfiguration extends ContextAwareBase implements Configurator {
  /**
   * The folder of the log files. Where it is not set, as in tests, this configuration stands aside.
   */
  static final String FOLDER = "nightjar.log";

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    String folder = System.getProperty(FOLDER);
    if (folder == null || System.getProperty("logback.configurationFile") != null) {
      return ExecutionStatus.INVOKE_NEXT_IF_ANY;
    }
    context.setName("nightjar");
    ch.qos.logback.classic.Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.INFO);
    // It warns at every start on a machine without a graphics card; the inference service reports
    // what it chose.
    context.getLogger("ai.djl.onnxruntime.engine.OrtEngine").setLevel(Level.ERROR);
    root.addAppender(console(context));
    root.addAppender(file(context, Path.of(folder)));
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  private static Appender<ILoggingEvent> console(LoggerContext context) {
    ThresholdFilter warnings = new ThresholdFilter();
    warnings.setLevel(Level.WARN.toString());
    warnings.start();
    ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
    console.setContext(context);
    console.setName("console");
    console.setTarget("System.err");
    console.setEncoder(lines(context, "%-5level %logger{0}: %msg%n%nopex"));
    console.addFilter(warnings);
    console.start();
    return console;
  }

  private static Appender<ILoggingEvent> file(LoggerContext context, Path folder) {
    RollingFileAppender<ILoggingEvent> file = new RollingFileAppender<>();
    file.setContext(context);
    file.setName("file");
    file.setFile(folder.resolve("nightjar.log").toString());
    file.setEncoder(
        lines(context, "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX, UTC} %-5level [%thread] %logger: %msg%n"));
    SizeAndTimeBasedRollingPolicy<ILoggingEvent> daily = new SizeAndTimeBasedRollingPolicy<>();
    daily.setContext(context);
    daily.setParent(file);
    daily.setFileNamePattern(folder.resolve("nightjar-%d{yyyy-MM-dd}.%i.log.gz").toString());
    daily.setMaxFileSize(FileSize.valueOf("20MB"));
    daily.setMaxHistory(30);
    daily.setTotalSizeCap(FileSize.valueOf("500MB"));
    daily.start();
    file.setRollingPolicy(daily);
    file.start();
    return file;
  }

  private static PatternLayoutEncoder lines(LoggerContext context, String pattern) {
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setCharset(StandardCharsets.UTF_8);
    encoder.setPattern(pattern);
    encoder.start();
    return encoder;
  }
}
