package org.sucharit.document;

import com.samskivert.mustache.BasicCollector;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The words of one kind of paper, with places that the case fills. Mustache in a sandbox: it reads maps that we made and
 * nothing else, calls no code, takes in no other file. What fills a place is never read as {@link Markup}.
 */
public final class Template {

    /** Letters, far more than any paper needs. */
    public static final int MOST = 20_000;

    private static final Map<DocumentKind, Template> STANDARD = new ConcurrentHashMap<>();

    private final DocumentKind kind;
    private final String text;
    private final com.samskivert.mustache.Template compiled;

    private Template(DocumentKind kind, String text, com.samskivert.mustache.Template compiled) {
        this.kind = kind;
        this.text = text;
        this.compiled = compiled;
    }

    /** The template that the product brings for papers of this kind. */
    public static Template standard(DocumentKind kind) {
        return STANDARD.computeIfAbsent(kind, k -> parse(k, Wording.text("/documents/templates/" + k.slug() + ".txt")));
    }

    /** @throws TemplateFault at the first line that cannot be used */
    public static Template parse(DocumentKind kind, String text) {
        String lines = text.replace("\r\n", "\n").replace('\r', '\n');
        if (lines.length() > MOST) {
            throw new TemplateFault(1, "long", Integer.toString(MOST));
        }
        String checked = new TemplateCheck(kind, lines).checked();
        try {
            return new Template(kind, lines, compiler().compile(checked));
        } catch (MustacheException.Context e) {
            throw new TemplateFault(e.lineNo, "tag.broken", e.key);
        } catch (MustacheException e) {
            throw new TemplateFault(1, "tag.broken", "");
        }
    }

    public DocumentKind kind() {
        return kind;
    }

    /** As it was written. */
    public String text() {
        return text;
    }

    /** @throws IllegalStateException when the fields are not those of the kind */
    List<Block> fill(Fields fields, Digits digits) {
        if (!fields.names().equals(Samples.of(kind).names())) {
            throw new IllegalStateException(kind + " has " + Samples.of(kind).names() + ", not " + fields.names());
        }
        return Markup.blocks(compiled.execute(Written.all(fields, digits)));
    }

    private static Mustache.Compiler compiler() {
        return Mustache.compiler()
                .withCollector(new OnlyOurs())
                .withEscaper(Markup::quoted)
                .withLoader(name -> {
                    throw new IllegalStateException("A template that takes in " + name);
                })
                .emptyStringIsFalse(true)
                .strictSections(true);
    }

    /** Reads our maps, lists and written values; any other object has no properties. */
    private static final class OnlyOurs extends BasicCollector {

        @Override
        public Mustache.@Nullable VariableFetcher createFetcher(Object context, String name) {
            if (context instanceof Written) {
                return (written, form) -> ((Written) written).forms().get(form);
            }
            return context instanceof Map ? super.createFetcher(context, name) : null;
        }

        @Override
        public <K, V> Map<K, V> createFetcherCache() {
            return new ConcurrentHashMap<>();
        }
    }
}
