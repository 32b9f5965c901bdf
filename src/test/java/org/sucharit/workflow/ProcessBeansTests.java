package org.sucharit.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/** Holds that whatever a model calls by name is there: the engine would find out only when the step comes. */
class ProcessBeansTests {

    private static final Pattern CALL = Pattern.compile("\\$\\{([a-z]+\\.[A-Za-z]+)\\((caseId[^)]*)\\)}");

    @Test
    void everyCallOfAModelFindsItsBeanAndItsMethod() throws IOException {
        Map<String, Class<?>> beans = beans();
        Set<String> missing = new TreeSet<>();
        for (String model : ProcessModels.all().keySet()) {
            String xml = Files.readString(ProcessModels.FOLDER.resolve(model + ".bpmn20.xml"));
            CALL.matcher(xml)
                    .results()
                    .filter(call -> !answered(beans, call))
                    .forEach(call -> missing.add(call.group()));
        }
        assertThat(missing).isEmpty();
    }

    private static boolean answered(Map<String, Class<?>> beans, MatchResult call) {
        String[] name = call.group(1).split("\\.", 2);
        int arguments = call.group(2).split(",").length;
        Class<?> bean = beans.get(name[0]);
        return bean != null
                && Arrays.stream(bean.getDeclaredMethods())
                        .filter(method -> method.getName().equals(name[1]) && takesTexts(method, arguments))
                        .anyMatch(method -> Modifier.isPublic(method.getModifiers()));
    }

    private static boolean takesTexts(Method method, int arguments) {
        return method.getParameterCount() == arguments
                && Arrays.stream(method.getParameterTypes()).allMatch(String.class::equals);
    }

    /** The named components of the system, without starting it. */
    private static Map<String, Class<?>> beans() {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(Component.class));
        return scan.findCandidateComponents("org.sucharit").stream()
                .map(found -> ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null))
                .filter(type -> type.isAnnotationPresent(Component.class))
                .filter(type -> !type.getAnnotation(Component.class).value().isEmpty())
                .collect(Collectors.toMap(
                        type -> type.getAnnotation(Component.class).value(), Function.identity()));
    }
}
