package org.sucharit.workflow;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Problem;
import org.sucharit.kernel.Time;

/** Plays the modules that the models call by name, and writes down what they were asked to do. */
@TestConfiguration
class Office {

    static final Duration REBUTTAL = Duration.ofDays(30);
    private static final Instant NEVER = Instant.parse("2500-01-01T00:00:00Z");

    record Strike(Instant at, String what) {}

    private final List<String> log = new CopyOnWriteArrayList<>();
    private final Map<String, Deque<Strike>> strikes = new ConcurrentHashMap<>();
    private final Map<String, List<String>> posts = new ConcurrentHashMap<>();
    private final Map<String, Set<PersonId>> staff = new ConcurrentHashMap<>();
    private final Set<String> failing = ConcurrentHashMap.newKeySet();

    /** What was done for the case, in order. */
    List<String> doneFor(CaseId caseId) {
        String prefix = caseId + " ";
        return log.stream()
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(prefix.length()))
                .toList();
    }

    void strikes(CaseId caseId, Strike... strikes) {
        this.strikes.put(caseId.toString(), new ArrayDeque<>(List.of(strikes)));
    }

    void posts(CaseId caseId, String... posts) {
        this.posts.put(caseId.toString(), List.of(posts));
    }

    /** Who does a group's work on a case; by default one person of its own for each group, the same for all cases. */
    void staff(CaseId caseId, String group, PersonId... people) {
        staff.put(caseId + group, Set.of(people));
    }

    PersonId of(String group) {
        return staff.computeIfAbsent(group, name -> Set.of(PersonId.random()))
                .iterator()
                .next();
    }

    /** From now on, or no longer, whatever is done for the case is refused with a problem. */
    void failing(CaseId caseId, boolean fails) {
        if (fails) {
            failing.add(caseId.toString());
        } else {
            failing.remove(caseId.toString());
        }
    }

    private Deque<Strike> strikesOf(String caseId) {
        return strikes.getOrDefault(caseId, new ArrayDeque<>());
    }

    private void did(String caseId, String what) {
        if (failing.contains(caseId)) {
            throw Problem.conflict("refused");
        }
        log.add(caseId + " " + what + " in " + CurrentOrganisation.get());
    }

    @Bean
    Candidates candidates() {
        return (caseId, group, step) -> {
            Set<PersonId> people = staff.get(caseId + group);
            return people != null ? people : Set.of(of(group));
        };
    }

    @Bean
    Deadlines deadlines(Time time) {
        return new Deadlines(time);
    }

    @Bean
    Escalations escalations() {
        return new Escalations();
    }

    @Bean
    Decisions decisions(@Lazy Workflow workflow) {
        return new Decisions(workflow);
    }

    @Bean
    Closing closing(@Lazy Workflow workflow) {
        return new Closing(workflow);
    }

    @Bean
    Endorsements endorsements() {
        return new Endorsements();
    }

    class Deadlines {

        private final Time time;

        Deadlines(Time time) {
            this.time = time;
        }

        public Instant nextStrike(String caseId) {
            Deque<Strike> left = strikesOf(caseId);
            return left.isEmpty() ? NEVER : left.peek().at();
        }

        public String strike(String caseId) {
            return strikesOf(caseId).pop().what();
        }

        public Instant answerTerm(String caseId) {
            return time.now().plus(Duration.ofDays(15));
        }

        public Instant rebuttalEnds(String caseId) {
            return time.now().plus(REBUTTAL);
        }

        public Instant taskDue(String caseId, String step) {
            return time.now().plus(Duration.ofDays(step.length()));
        }
    }

    class Escalations {

        public void remind(String caseId) {
            did(caseId, "remind");
        }

        public void toChiefAdministrator(String caseId) {
            did(caseId, "toChiefAdministrator");
        }

        public void toMayor(String caseId) {
            did(caseId, "toMayor");
        }

        public void followUp(String caseId) {
            did(caseId, "followUp");
        }
    }

    class Decisions {

        private final Workflow workflow;

        Decisions(Workflow workflow) {
            this.workflow = workflow;
        }

        public void layBeforeMayor(String caseId) {
            did(caseId, "layBeforeMayor");
            workflow.send(CaseId.of(caseId), CaseMessage.CLOCK_STOPPED);
        }

        public void resumeInquiry(String caseId) {
            did(caseId, "resumeInquiry");
            workflow.send(CaseId.of(caseId), CaseMessage.CLOCK_STARTED);
        }
    }

    class Closing {

        private final Workflow workflow;

        Closing(Workflow workflow) {
            this.workflow = workflow;
        }

        public void close(String caseId) {
            did(caseId, "close");
            workflow.send(CaseId.of(caseId), CaseMessage.CLOCK_STOPPED);
        }

        public String protection(String caseId) {
            did(caseId, "protection");
            return workflow.tasksOf(CaseId.of(caseId)).isEmpty() ? "DECIDED" : "PENDING";
        }
    }

    class Endorsements {

        public List<String> posts(String caseId) {
            return posts.getOrDefault(caseId, List.of());
        }
    }
}
