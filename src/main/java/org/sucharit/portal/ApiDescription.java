package org.sucharit.portal;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;

/** What the description of the public API says of it as a whole. */
@Configuration
class ApiDescription {

    @Bean
    OpenAPI api() {
        SecurityScheme receipt = new SecurityScheme()
                .type(SecurityScheme.Type.APIKEY)
                .in(SecurityScheme.In.HEADER)
                .name(HttpHeaders.AUTHORIZATION)
                .description("The word Receipt, a space, and the digits of the receipt");
        SecurityScheme key = new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .description("A key that the organisation's administrator issued to another agency's system");
        return new OpenAPI()
                .info(new Info()
                        .title("Sucharit")
                        .version("1")
                        .description("Complaints and whistle-blowing. Errors are application/problem+json (RFC 9457)."))
                .components(new Components()
                        .addSecuritySchemes(ReportApi.BY_RECEIPT, receipt)
                        .addSecuritySchemes(PartnerApi.BY_KEY, key));
    }
}
