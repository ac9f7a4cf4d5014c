class Base:
    def __init_subclass__(cls):
        cls.create()
