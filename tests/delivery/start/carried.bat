@echo off
rem Opens the program with the Python that lies beside it. Nothing is installed, and nothing is written into this folder.
setlocal
set "here=%~dp0"
if not exist "%here%lib\codesign\__init__.py" (
    echo This folder is not whole. Close this window, right-click the zip file, choose "Extract All",
    echo and open Start.bat in the folder that it makes.
    pause
    exit /b 1
)
if not exist "%here%python\python.exe" (
    echo There is no Python in the folder "python" yet. PUT-PYTHON-HERE.txt in it says which one belongs there.
    pause
    exit /b 1
)
"%here%python\python.exe" -I -B "%here%start.py" %*
if errorlevel 1 if "%~1"=="" pause
