package org.nightjar.intake.internal.command;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.nightjar.api.command.Command;
import org.nightjar.api.command.CommandCall;
import org.nightjar.api.command.CommandSpec;
import org.nightjar.api.command.OptionSpec;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.feed.Intake;
import org.nightjar.api.feed.Submission;
import org.nightjar.api.product.Priority;
import org.nightjar.api.profile.Profiles;
import org.nightjar.bus.Bus;
import org.nightjar.dispatch.TaskDirectory;
import org.nightjar.intake.internal.FileIdentity;
import org.nightjar.store.AttachmentStore;
import org.nightjar.store.Ledger;
import org.nightjar.store.Products;
import org.nightjar.store.Reports;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code nightjar check}: judges files now and shows the verdicts. */
@Component
public final class CheckCommand implements Command {
  private final Intake intake;
  private final Ledger ledger;
  private final Reports reports;
  private final Products products;
  private final FileIdentity identity;
  private final AttachmentStore attachments;
  private final TaskDirectory tasks;
  private final Profiles profiles;
  private final Bus bus;

  /** Made by the component runtime. */
  @Activate
  public CheckCommand(
      @Reference Intake intake,
      @Reference Ledger ledger,
      @Reference Reports reports,
      @Reference Products products,
      @Reference FileIdentity identity,
      @Reference AttachmentStore attachments,
      @Reference TaskDirectory tasks,
      @Reference Profiles profiles,
      @Reference Bus bus) {
    this.intake = intake;
    this.ledger = ledger;
    this.reports = reports;
    this.products = products;
    this.identity = identity;
    this.attachments = attachments;
    this.tasks = tasks;
    this.profiles = profiles;
    this.bus = bus;
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "check",
        "judge files now and show the verdicts",
        "PATH...",
        1,
        Integer.MAX_VALUE,
        List.of(
            OptionSpec.values("task", "NAME", "only this task; may be given more than once"),
            OptionSpec.value("profile", "NAME", "the observatory's profile to judge by"),
            OptionSpec.value(
                "out", "DIR", "write index.html and reports.jsonl with attachments there too")),
        """
        Folders are walked. Files are recognised by their bytes, never by their names.
        Exit status 0 if every verdict is ok; 1 if something is questionable, junk, abstained,
        rejected or quarantined; 2 if it could not run.

        With --json one line per product and task: the report
        {"product":{"id","uri","kind","sha256"},"task","verdict","measurements":{NAME:{"value",
        "unit"}},"findings":[...],"attachments":[...],"provenance":{...}}
        or, where there is none,
        {"product":{...},"task","state":"rejected"|"quarantined",
        "problem":{"code","category","message","place","remedy"}}
        where the product is the whole file if none was found in it, of kind "unknown" if the
        format does not tell, and only its uri if the file cannot be read.

          nightjar check night/*.fits
          nightjar check --json --task imaging a.fits.fz""");
  }

  @Override
  public int run(CommandCall call) throws NightjarException, InterruptedException {
    checkTasks(call.options("task"));
    checkProfile(call.option("profile"));
    List<Path> files = Paths.files(call);
    if (call.option("out").isEmpty()) {
      return check(call, files, Optional.empty());
    }
    Path out = call.path(call.option("out").get());
    try (ResultFolder folder = ResultFolder.create(out, attachments)) {
      int status = check(call, files, Optional.of(folder));
      call.err().println("Results: " + folder.index().toUri());
      return status;
    }
  }

  private int check(CommandCall call, List<Path> files, Optional<ResultFolder> folder)
      throws NightjarException, InterruptedException {
    Judgements judgements =
        new Judgements(ledger, reports, new ProfileNotes(products), identity, call, folder);
    try (Settlement settlement = new Settlement(ledger, bus)) {
      Map<Long, URI> arrivals = submit(call, files);
      int done = 0;
      for (Map.Entry<Long, URI> each : arrivals.entrySet()) {
        int at = done;
        boolean settled =
            settlement.await(
                each.getKey(),
                call,
                pending ->
                    call.progress(
                        at, files.size(), name(each.getValue()) + ": " + pending + " to judge"));
        if (!settled) {
          return FAILED;
        }
        judgements.show(each.getValue(), each.getKey());
        done++;
        call.progress(done, files.size(), name(each.getValue()));
      }
    }
    return judgements.finish();
  }

  private Map<Long, URI> submit(CommandCall call, List<Path> files) throws NightjarException {
    Set<String> only = new HashSet<>(call.options("task"));
    Map<Long, URI> arrivals = new LinkedHashMap<>();
    for (Path file : files) {
      if (call.cancelled()) {
        break;
      }
      call.progress(0, files.size(), "reading " + file.getFileName());
      Submission submission =
          Submission.of(file.toUri(), "check", Priority.INTERACTIVE).forTasks(only);
      arrivals.put(intake.submit(submission).arrival(), file.toUri());
    }
    return arrivals;
  }

  private void checkTasks(List<String> names) throws NightjarException {
    Set<String> known =
        tasks.tasks().stream().map(task -> task.info().name()).collect(Collectors.toSet());
    for (String name : names) {
      if (!known.contains(name)) {
        throw NightjarException.of(
            StandardError.NOT_FOUND,
            "there is no task '" + name + "'",
            "",
            "There are: " + known.stream().sorted().collect(Collectors.joining(", ")));
      }
    }
  }

  /** Readers and tasks work by the active profile: another one has to be made active first. */
  private void checkProfile(Optional<String> name) throws NightjarException {
    if (name.isPresent() && !profiles.active().name().equals(profiles.named(name.get()).name())) {
      throw NightjarException.of(
          StandardError.CONFLICT,
          "this process works by profile '" + profiles.active().name() + "'",
          "",
          "Set 'profile: " + name.get() + "' in section observatory of the configuration file");
    }
  }

  private static String name(URI file) {
    return Path.of(file).getFileName().toString();
  }
}
