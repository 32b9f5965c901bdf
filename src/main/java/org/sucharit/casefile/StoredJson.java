package org.sucharit.casefile;

import tools.jackson.databind.json.JsonMapper;

/**
 * How content is written before it is sealed. Apart from the settings of the web, because what is stored for ten years
 * must stay readable whatever those become; a field that a later version added is passed over.
 */
final class StoredJson {

    static final JsonMapper MAPPER = JsonMapper.builder().build();

    private StoredJson() {}
}
