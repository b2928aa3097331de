package org.anteroom.agent.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Documents one key of the configuration. The key is the component's name in kebab case unless {@link #name} says else. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.TYPE})
@interface Key {
    /** What it means, for the person who edits the file; unit included. */
    String doc();

    /** The key as written, where it isn't the component's name. */
    String name() default "";

    /** The value taken when the key is absent, as written but without quotes; empty means there is none. */
    String preset() default "";

    /** A value for the reference file where there is no preset. */
    String example() default "";

    /** Another key of the section that may stand in its place: one of both must be given, this one is asked for. */
    String instead() default "";

    /** Whether most files do without the section: the reference file shows it as a short comment. */
    boolean spare() default false;

    /** Smallest number allowed. */
    long min() default Long.MIN_VALUE;

    /** Largest number allowed. */
    long max() default Long.MAX_VALUE;

    /** What a string may look like. */
    Form form() default Form.LINE;
}
