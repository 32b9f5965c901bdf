package org.sucharit.vault;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Stores {@link Sealed} values as plain bytes, in whatever entity they stand. */
@Converter(autoApply = true)
class SealedColumn implements AttributeConverter<@Nullable Sealed, byte @Nullable []> {

    @Override
    public byte @Nullable [] convertToDatabaseColumn(@Nullable Sealed sealed) {
        return sealed == null ? null : sealed.bytes();
    }

    @Override
    public @Nullable Sealed convertToEntityAttribute(byte @Nullable [] bytes) {
        return bytes == null ? null : new Sealed(bytes);
    }
}
