package org.sucharit.retention;

import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import org.sucharit.screen.Thai;
import org.sucharit.wording.CaseText;

/** What stands against destroying a case, in the language of the present request. */
@Component
class ObstacleText {

    private final CaseText text;
    private final Thai thai;

    ObstacleText(CaseText text, Thai thai) {
        this.text = text;
        this.thai = thai;
    }

    List<String> of(Collection<Obstacle> obstacles) {
        return obstacles.stream().map(this::of).toList();
    }

    private String of(Obstacle obstacle) {
        return switch (obstacle) {
            case Obstacle.NotClosed _ -> text.of("keeping.obstacle.notClosed");
            case Obstacle.Kept kept -> text.of("keeping.obstacle.kept", thai.date(kept.until()));
            case Obstacle.StillRunning _ -> text.of("keeping.obstacle.running");
            case Obstacle.Held _ -> text.of("keeping.obstacle.held");
            case Obstacle.Unread _ -> text.of("keeping.obstacle.unread");
            case Obstacle.UnreadNotices unread -> text.of("keeping.obstacle.notices", thai.number(unread.people()));
            case Obstacle.NotTwo _ -> text.of("keeping.obstacle.notTwo");
        };
    }
}
