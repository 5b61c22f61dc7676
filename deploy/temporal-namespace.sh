#!/bin/sh
# Makes the namespace if there is none, and returns when it can be used. An existing one is left as it is.
# Needs TEMPORAL_ADDRESS and TEMPORAL_NAMESPACE; NAMESPACE_RETENTION (30d); PATIENCE, in attempts (60) with
# PAUSE seconds (2) between them.
set -eu

: "${TEMPORAL_ADDRESS:?the address of the Temporal server, as host:port}"
: "${TEMPORAL_NAMESPACE:?the name of the namespace}"
retention=${NAMESPACE_RETENTION:-30d}
patience=${PATIENCE:-60}
pause=${PAUSE:-2}

# Repeats a command until it succeeds; gives up, with what it last said, when patience runs out.
wait_until() {
    aim=$1
    shift
    attempt=1
    until answer=$("$@" 2>&1); do
        if [ "$attempt" -ge "$patience" ]; then
            echo "Gave up after $attempt attempts: $aim. Last answer: $answer" >&2
            exit 1
        fi
        attempt=$((attempt + 1))
        sleep "$pause"
    done
    echo "Done: $aim"
}

exists_or_is_made() {
    temporal operator namespace describe --namespace "$TEMPORAL_NAMESPACE" ||
        temporal operator namespace create --namespace "$TEMPORAL_NAMESPACE" --retention "$retention"
}

wait_until "the server at $TEMPORAL_ADDRESS is serving" temporal operator cluster health
wait_until "namespace $TEMPORAL_NAMESPACE exists" exists_or_is_made
# A server learns of a new namespace some seconds after it is made; whoever comes next must not hear "not found".
wait_until "namespace $TEMPORAL_NAMESPACE answers" temporal workflow count --namespace "$TEMPORAL_NAMESPACE"
