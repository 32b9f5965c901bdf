package org.sucharit.organisation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Problem;
import org.sucharit.organisation.OrganisationChanged.Change;

/** How the organisation in scope is built: its units and the posts in them. There are some dozens at most. */
@Service
@Transactional
public class Units {

    private final UnitRepository units;
    private final PostRepository posts;
    private final Changes changes;

    Units(UnitRepository units, PostRepository posts, Changes changes) {
        this.units = units;
        this.posts = posts;
        this.changes = changes;
    }

    /** In the order in which they were added. */
    @Transactional(readOnly = true)
    public List<UnitView> all() {
        return units.findAllByOrderByOrdinalAscIdAsc().stream().map(Unit::view).toList();
    }

    /** In the order of the units, then in the order in which they were added. */
    @Transactional(readOnly = true)
    public List<PostView> posts() {
        return posts.inOrder().stream().map(Post::view).toList();
    }

    /** @throws Problem invalid */
    public UnitId add(UnitKind kind, String nameTh, String nameEn, @Nullable PersonId by) {
        new Checks()
                .required("nameTh", nameTh, 200)
                .required("nameEn", nameEn, 200)
                .done();
        Unit unit = new Unit(kind, nameTh, nameEn, units.countBy());
        units.save(unit);
        changes.tell(Change.UNIT_ADDED, unit.id(), by);
        return unit.view().id();
    }

    /** @throws Problem invalid, or not found where this organisation has no such unit */
    public PostId addPost(UnitId in, PostKind kind, String titleTh, String titleEn, @Nullable PersonId by) {
        new Checks()
                .required("titleTh", titleTh, 200)
                .required("titleEn", titleEn, 200)
                .done();
        Unit unit = units.findById(in.value()).orElseThrow(Problem::notFound);
        Post post = new Post(unit, kind, titleTh, titleEn, posts.countBy());
        posts.save(post);
        changes.tell(Change.POST_ADDED, post.id(), by);
        return new PostId(post.id());
    }
}
