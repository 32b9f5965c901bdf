package org.sucharit.screen;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** Gives every template the variable {@code thai}; a bean reference would not be allowed in links and attributes. */
@Configuration
class TemplateConfiguration {

    @Autowired
    void give(ThymeleafViewResolver templates, Thai thai) {
        templates.addStaticVariable("thai", thai);
    }
}
