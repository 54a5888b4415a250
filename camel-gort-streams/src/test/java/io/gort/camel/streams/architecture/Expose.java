package io.gort.camel.streams.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Whether a type can be met by those who use a class or extend it: in its head, or in what it offers. */
final class Expose extends ArchCondition<JavaClass> {

    private static final Set<JavaModifier> OFFERED = Set.of(JavaModifier.PUBLIC, JavaModifier.PROTECTED);

    private final DescribedPredicate<JavaClass> type;

    Expose(DescribedPredicate<JavaClass> type) {
        super("expose types " + type.getDescription());
        this.type = type;
    }

    @Override
    public void check(JavaClass user, ConditionEvents events) {
        if (!isOffered(user)) {
            return;
        }
        Stream.concat(user.getSuperclass().stream(), user.getInterfaces().stream())
                .flatMap(parent -> parent.getAllInvolvedRawTypes().stream())
                .forEach(met -> tell(user, user.getName(), met, events));
        for (JavaMember member : user.getMembers()) {
            if (isOffered(member.getModifiers())) {
                Stream.concat(member.getAllInvolvedRawTypes().stream(), thrown(member))
                        .forEach(met -> tell(user, member.getFullName(), met, events));
            }
        }
    }

    /** A class within another is offered only where the other is. */
    private static boolean isOffered(JavaClass user) {
        Optional<JavaClass> outer = user.getEnclosingClass();
        return isOffered(user.getModifiers()) && outer.map(Expose::isOffered).orElse(true);
    }

    private static boolean isOffered(Set<JavaModifier> modifiers) {
        return modifiers.stream().anyMatch(OFFERED::contains);
    }

    private static Stream<JavaClass> thrown(JavaMember member) {
        return member instanceof JavaCodeUnit code ? code.getExceptionTypes().stream() : Stream.empty();
    }

    private void tell(JavaClass user, String where, JavaClass met, ConditionEvents events) {
        boolean exposed = type.test(met);
        events.add(new SimpleConditionEvent(user, exposed, where + " exposes " + met.getName()));
    }
}
