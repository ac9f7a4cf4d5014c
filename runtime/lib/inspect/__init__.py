"""What objects are, what they have, where they're defined, and how functions are called."""

from inspect._calls import FullArgSpec, getcallargs, getfullargspec
from inspect._frames import (
    FrameInfo, Traceback, currentframe, getframeinfo, getinnerframes, getlineno, getouterframes, stack, trace,
)
from inspect._kinds import (
    CO_ASYNC_GENERATOR, CO_COROUTINE, CO_GENERATOR, CO_ITERABLE_COROUTINE, CO_NESTED, CO_NEWLOCALS, CO_OPTIMIZED, CO_VARARGS,
    CO_VARKEYWORDS, isabstract, isasyncgen, isasyncgenfunction, isawaitable, isbuiltin, isclass, iscode, iscoroutine, iscoroutinefunction,
    isdatadescriptor, isframe, isfunction, isgenerator, isgeneratorfunction, isgetsetdescriptor, ismemberdescriptor, ismethod,
    ismethoddescriptor, ismethodwrapper, ismodule, isroutine, istraceback, markcoroutinefunction, unwrap,
)
from inspect._members import (
    AGEN_CLOSED, AGEN_CREATED, AGEN_RUNNING, AGEN_SUSPENDED, CORO_CLOSED, CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, GEN_CLOSED,
    GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, Attribute, classify_class_attrs, cleandoc, get_annotations, getasyncgenstate, getattr_static,
    getclasstree, getcoroutinestate, getdoc, getgeneratorstate, getmembers, getmembers_static, getmodule, getmro, walktree,
)
from inspect._parameters import BoundArguments, Parameter, _empty, _ParameterKind, _void, formatannotation
from inspect._signature import Signature, signature
from inspect._source import (
    findsource, getabsfile, getblock, getcomments, getfile, getmodulename, getsource, getsourcefile, getsourcelines, indentsize,
)

__all__ = [
    "AGEN_CLOSED", "AGEN_CREATED", "AGEN_RUNNING", "AGEN_SUSPENDED", "Attribute", "BoundArguments", "CORO_CLOSED", "CORO_CREATED",
    "CORO_RUNNING", "CORO_SUSPENDED", "CO_ASYNC_GENERATOR", "CO_COROUTINE", "CO_GENERATOR", "CO_ITERABLE_COROUTINE", "CO_NESTED",
    "CO_NEWLOCALS", "CO_OPTIMIZED", "CO_VARARGS", "CO_VARKEYWORDS", "FrameInfo", "FullArgSpec", "GEN_CLOSED", "GEN_CREATED", "GEN_RUNNING",
    "GEN_SUSPENDED", "Parameter", "Signature", "Traceback", "classify_class_attrs", "cleandoc", "currentframe", "findsource",
    "formatannotation", "get_annotations", "getabsfile", "getasyncgenstate", "getattr_static", "getblock", "getcallargs",
    "getclasstree", "getcomments", "getcoroutinestate", "getdoc", "getfile", "getframeinfo", "getfullargspec", "getgeneratorstate",
    "getinnerframes", "getlineno", "getmembers", "getmembers_static", "getmodule", "getmodulename", "getmro", "getouterframes",
    "getsource", "getsourcefile", "getsourcelines", "indentsize", "isabstract", "isasyncgen", "isasyncgenfunction", "isawaitable", "isbuiltin", "isclass", "iscode", "iscoroutine",
    "iscoroutinefunction", "isdatadescriptor", "isframe", "isfunction", "isgenerator", "isgeneratorfunction", "isgetsetdescriptor",
    "ismemberdescriptor", "ismethod", "ismethoddescriptor", "ismethodwrapper", "ismodule", "isroutine", "istraceback",
    "markcoroutinefunction", "signature", "stack", "trace", "unwrap", "walktree",
]
