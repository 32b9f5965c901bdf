package org.sucharit.screen;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.sucharit.kernel.Problem;

/** Answers what goes wrong in a controller: with a page that says what to do, or with problem+json. */
@ControllerAdvice
class ProblemAdvice {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    private final Answers answers;
    private final ParentPage parents;

    ProblemAdvice(Answers answers, ParentPage parents) {
        this.answers = answers;
        this.parents = parents;
    }

    @ExceptionHandler
    Object problem(Problem problem, HttpServletRequest request) {
        return Answers.to(request, answers.of(problem));
    }

    @ExceptionHandler
    Object unreadable(HttpMessageNotReadableException unreadable, HttpServletRequest request) {
        return Answers.to(
                request,
                NestedExceptionUtils.getMostSpecificCause(unreadable) instanceof BodyLimit.TooLarge
                        ? answers.bodyTooLarge()
                        : answers.unreadable(unreadable));
    }

    @ExceptionHandler
    Object refused(BindException refused, HttpServletRequest request) {
        return Answers.to(request, answers.of(refused.getBindingResult()));
    }

    /** An id in the path that is no id names nothing. */
    @ExceptionHandler
    Object wrong(MethodArgumentTypeMismatchException wrong, HttpServletRequest request) {
        return Answers.to(
                request,
                wrong.getParameter().hasParameterAnnotation(PathVariable.class)
                        ? answers.of(Problem.notFound())
                        : answers.wrongParameter(wrong));
    }

    @ExceptionHandler
    Object missing(MissingServletRequestParameterException missing, HttpServletRequest request) {
        return Answers.to(request, answers.missingParameter(missing.getParameterName()));
    }

    @ExceptionHandler
    Object tooLarge(MultipartException upload, HttpServletRequest request) {
        return Answers.to(
                request,
                upload instanceof ErrorResponse
                        ? answers.tooLarge()
                        : answers.of(HttpStatus.BAD_REQUEST, HttpHeaders.EMPTY));
    }

    /** Never thrown on: it bears what was typed. */
    @ExceptionHandler
    Object unreadable(InvalidParameterException parameter, HttpServletRequest request) {
        return Answers.to(request, answers.of(HttpStatusCode.valueOf(parameter.getErrorCode()), HttpHeaders.EMPTY));
    }

    @ExceptionHandler
    Object changedMeanwhile(OptimisticLockingFailureException conflict, HttpServletRequest request) {
        return Answers.to(request, answers.of(Problem.conflict("changedMeanwhile")));
    }

    @ExceptionHandler
    Object tooLarge(BodyLimit.TooLarge body, HttpServletRequest request) {
        return Answers.to(request, answers.bodyTooLarge());
    }

    /** Whoever reads where one can only send is led to the page that the form stands on. */
    @ExceptionHandler
    Object notThisWay(HttpRequestMethodNotSupportedException method, HttpServletRequest request) {
        boolean reads = method.getMethod().equals("GET") && !Answers.wantsJson(request);
        return (reads ? parents.of(request) : Optional.<String>empty())
                .<Object>map(page -> "redirect:" + page)
                .orElseGet(() -> Answers.to(request, answers.of(method.getStatusCode(), method.getHeaders())));
    }

    /** Security answers its own exceptions; a page's failure goes on to the container, which logs it and asks for the error page. */
    @ExceptionHandler
    Object other(Exception failure, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (failure instanceof ErrorResponse known) {
            return Answers.to(request, answers.of(known.getStatusCode(), known.getHeaders()));
        }
        if (failure instanceof AccessDeniedException
                || failure instanceof AuthenticationException
                || response.isCommitted()
                || !Answers.wantsJson(request)) {
            throw failure;
        }
        log.error("{} {} failed", request.getMethod(), request.getRequestURI(), failure);
        return Answers.to(request, answers.of(HttpStatus.INTERNAL_SERVER_ERROR, HttpHeaders.EMPTY));
    }
}
