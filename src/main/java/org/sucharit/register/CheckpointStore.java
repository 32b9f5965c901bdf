package org.sucharit.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sucharit.kernel.OrganisationId;
import org.sucharit.register.tree.Frontier;
import org.sucharit.register.tree.Tree;

/** Checkpoints in the database, and the tree that can be read from them. */
@Component
class CheckpointStore {

    private final JdbcClient jdbc;
    private final RegisterKeys keys;

    CheckpointStore(JdbcClient jdbc, RegisterKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /** @throws java.util.NoSuchElementException where there is no such organisation */
    String origin(OrganisationId organisation) {
        return origin(
                jdbc.sql("select short_name from organisation where id = ?")
                        .param(organisation.value())
                        .query(String.class)
                        .optional()
                        .orElseThrow(),
                organisation);
    }

    static String origin(String shortName, OrganisationId organisation) {
        return "sucharit/" + shortName + "/" + organisation;
    }

    Optional<MadeCheckpoint> latest(OrganisationId organisation) {
        return jdbc.sql("""
                        select size, root, note, made_at from register_checkpoint where organisation_id = ?
                        order by size desc fetch first 1 rows only""")
                .param(organisation.value())
                .query(CheckpointStore::checkpoint)
                .optional();
    }

    Optional<MadeCheckpoint> at(OrganisationId organisation, long size) {
        return jdbc.sql("""
                        select size, root, note, made_at from register_checkpoint
                        where organisation_id = ? and size = ?""")
                .params(organisation.value(), size)
                .query(CheckpointStore::checkpoint)
                .optional();
    }

    private static MadeCheckpoint checkpoint(ResultSet row, int n) throws SQLException {
        return new MadeCheckpoint(
                row.getLong("size"),
                row.getBytes("root"),
                row.getString("note"),
                row.getObject("made_at", OffsetDateTime.class).toInstant());
    }

    void put(OrganisationId organisation, Stored stored) {
        MadeCheckpoint made = stored.made();
        jdbc.sql("""
                        insert into register_checkpoint
                            (organisation_id, size, previous_size, padded_from, made_at, root, note, nodes,
                            digest)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        organisation.value(),
                        made.size(),
                        stored.previous(),
                        stored.paddedFrom(),
                        OffsetDateTime.ofInstant(made.madeAt(), ZoneOffset.UTC),
                        made.root(),
                        made.note(),
                        stored.nodes(),
                        stored.digest(keys.rows(organisation)))
                .update();
    }

    /** Where the entry with this leaf stands, if it is one of the first {@code size}. */
    Optional<Long> seq(OrganisationId organisation, byte[] leaf, long size) {
        return jdbc.sql("""
                        select seq from register_entry where organisation_id = ? and hash = ? and seq < ?
                        order by seq fetch first 1 rows only""")
                .params(organisation.value(), leaf, size)
                .query(Long.class)
                .optional();
    }

    /** Their leaves by their sequence numbers, from inclusive, to exclusive. */
    Map<Long, byte[]> leaves(OrganisationId organisation, long from, long to) {
        Map<Long, byte[]> leaves = new HashMap<>();
        jdbc.sql("select seq, hash from register_entry where organisation_id = ? and seq >= ? and seq < ?")
                .params(organisation.value(), from, to)
                .query(row -> {
                    leaves.put(row.getLong("seq"), row.getBytes("hash"));
                });
        return leaves;
    }

    /** The subtrees of the tree of the last checkpoint. */
    Tree.Nodes nodes(OrganisationId organisation) {
        return (level, index) ->
                level >= Blocks.LEVEL ? stored(organisation, level, index) : made(organisation, level, index);
    }

    private byte[] stored(OrganisationId organisation, int level, long index) {
        return jdbc.sql("""
                        select previous_size, nodes from register_checkpoint where organisation_id = ? and size >= ?
                        order by size fetch first 1 rows only""")
                .params(organisation.value(), (index + 1) << level)
                .query((row, n) -> Blocks.at(row.getBytes("nodes"), row.getLong("previous_size"), level, index))
                .single();
    }

    /** Of the entries that are there; where there is none, there is padding. */
    private byte[] made(OrganisationId organisation, int level, long index) {
        long from = index << level;
        long to = (index + 1) << level;
        Map<Long, byte[]> leaves = leaves(organisation, from, to);
        return made(leaves, keys.padding(organisation), level, from, 0);
    }

    private static byte[] made(
            Map<Long, byte[]> leaves, LongFunction<byte[]> padding, int level, long from, long index) {
        if (level == 0) {
            byte[] leaf = leaves.get(from + index);
            return leaf == null ? padding.apply(from + index) : leaf;
        }
        return Tree.node(
                made(leaves, padding, level - 1, from, 2 * index),
                made(leaves, padding, level - 1, from, 2 * index + 1));
    }

    /** Goes on from a checkpoint. */
    Frontier frontier(OrganisationId organisation, long size, Frontier.Completed completed) {
        return new Frontier(completed, size, nodes(organisation));
    }

    List<OrganisationId> organisations() {
        return jdbc.sql("select id from organisation order by id")
                .query((row, n) -> new OrganisationId(row.getObject("id", UUID.class)))
                .list();
    }
}
