package org.sucharit.workflow;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.flowable.bpmn.converter.BpmnXMLConverter;
import org.flowable.bpmn.model.BpmnModel;
import org.flowable.bpmn.model.FlowElement;
import org.flowable.bpmn.model.SubProcess;
import org.flowable.common.engine.impl.util.io.InputStreamSource;

/** The models as they stand in the folder of the processes. */
final class ProcessModels {

    static final Path FOLDER = Path.of("processes");
    private static final String ENDING = ".bpmn20.xml";

    private ProcessModels() {}

    /** By the names of their files. */
    static Map<String, BpmnModel> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .collect(toMap(ProcessModels::name, ProcessModels::read, (one, other) -> one, TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every element and flow of the model, those of sub-processes too. */
    static List<FlowElement> elements(BpmnModel model) {
        List<FlowElement> found = new ArrayList<>();
        collect(model.getMainProcess().getFlowElements(), found);
        return found;
    }

    private static void collect(Collection<FlowElement> elements, List<FlowElement> found) {
        for (FlowElement element : elements) {
            found.add(element);
            if (element instanceof SubProcess inner) {
                collect(inner.getFlowElements(), found);
            }
        }
    }

    private static String name(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - ENDING.length());
    }

    private static BpmnModel read(Path file) {
        try {
            byte[] xml = Files.readAllBytes(file);
            return new BpmnXMLConverter()
                    .convertToBpmnModel(new InputStreamSource(new java.io.ByteArrayInputStream(xml)), true, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
