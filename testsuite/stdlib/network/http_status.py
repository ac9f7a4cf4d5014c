from http import HTTPStatus, HTTPMethod
import http
for s in HTTPStatus: print(repr(s), str(s), s.phrase, s.description, s.is_success, s.is_client_error, s.is_server_error, s.is_informational, s.is_redirection)
print(HTTPStatus(404), HTTPStatus.OK == 200, f"{HTTPStatus.OK}", HTTPStatus["NOT_FOUND"].value)
print(list(HTTPStatus.__members__))
try: HTTPStatus(999)
except ValueError as e: print(e)
for m in HTTPMethod: print(repr(m), str(m), m.description)
print(HTTPMethod("GET") == "GET", HTTPMethod.GET.value)
