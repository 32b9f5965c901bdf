package org.sucharit.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.flowable.bpmn.model.BpmnModel;
import org.flowable.bpmn.model.Process;
import org.flowable.bpmn.model.UserTask;
import org.junit.jupiter.api.Test;

/** Holds that the table of tasks beside the models says what the models say; {@code -Dprocesses.write} writes it. */
class ProcessTableTests {

    private static final Path TABLE = ProcessModels.FOLDER.resolve("README.md");

    @Test
    void theTableSaysWhatTheModelsSay() throws IOException {
        String table = table();
        if (System.getProperty("processes.write") != null) {
            Files.writeString(TABLE, table);
        }
        assertThat(TABLE).content().isEqualTo(table);
    }

    private static String table() {
        StringBuilder text = new StringBuilder("""
                # The processes

                Each file is a BPMN 2.0 model with its diagram; any BPMN viewer opens it, and the engine runs it as it is.
                This page is generated from the models. Do not edit it: change a model, then run
                `./mvnw test -Dtest=ProcessTableTests -Dprocesses.write`.

                "Who" is the group in the model. When a task opens, it is narrowed to the people who may act on the case.
                """);
        ProcessModels.all().values().forEach(model -> append(text, model));
        return text.toString();
    }

    private static void append(StringBuilder text, BpmnModel model) {
        Process process = model.getMainProcess();
        text.append("\n## ").append(process.getId()).append("\n");
        text.append(process.getDocumentation()).append("\n\n");
        text.append("| Task | Who | Form | Term | Source |\n|---|---|---|---|---|\n");
        ProcessModels.elements(model).stream()
                .filter(UserTask.class::isInstance)
                .map(UserTask.class::cast)
                .forEach(task -> append(text, task));
    }

    private static void append(StringBuilder text, UserTask task) {
        text.append("| `").append(task.getId()).append("` ").append(task.getName());
        text.append(" | ").append(who(task.getCandidateGroups().getFirst()));
        task.getDocumentation()
                .lines()
                .map(line -> line.replaceFirst("^\\w+: ", ""))
                .forEach(value -> text.append(" | ").append(value));
        text.append(" |\n");
    }

    private static String who(String group) {
        return group.equals("${endorsingPost}") ? "the post whose turn it is" : group;
    }
}
